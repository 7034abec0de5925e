using System.Text.Json;

namespace B2BConnector.Connector;

/// <summary>
/// An answer in JSON, sent in one piece with its length. Written in parts it would go out in chunks, whose end is a packet of its own;
/// a list is a thousand rows at most, which are in memory anyway.
/// </summary>
internal sealed class JsonAnswer(object value, int status = StatusCodes.Status200OK) : IResult, IValueHttpResult, IStatusCodeHttpResult
{
    public object Value => value;

    public int? StatusCode => status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var body = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), ConnectorJson.Options);
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, 0, body.Length, httpContext.RequestAborted);
    }
}
