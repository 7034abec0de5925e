using Microsoft.Net.Http.Headers;

namespace B2BConnector.Connector.Errors;

/// <summary>
/// JSON is UTF-8 (RFC 8259, 8.1). The framework would fail on a charset it does not know, and on quotes around one it knows, with an
/// exception that looks like a mistake of ours.
/// </summary>
internal sealed class BodyCharset(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentType is { } sent && MediaTypeHeaderValue.TryParse(sent, out var type) && type.Charset.HasValue && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            if (!HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                throw ConnectorErrors.OfStatus(StatusCodes.Status415UnsupportedMediaType);
            }

            request.ContentType = "application/json";
        }

        return next(context);
    }
}
