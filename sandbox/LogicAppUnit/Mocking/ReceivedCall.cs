using System.Web;
using Newtonsoft.Json.Linq;

namespace LogicAppUnit.Mocking;

/// <summary>A call of the workflow as mocks see it. It always has a content, as on a server; an empty one has no type.</summary>
internal sealed class ReceivedCall
{
    /// <summary>Names the action that calls.</summary>
    public const string ActionHeader = "x-ms-workflow-operation-name";

    private JToken? json;

    private ReceivedCall(HttpRequestMessage request, string text)
    {
        Request = request;
        Text = text;
    }

    public HttpRequestMessage Request { get; }

    public string Text { get; }

    /// <summary>What each mock said to the call.</summary>
    public List<string> Log { get; } = [];

    /// <exception cref="InvalidOperationException">There is none; LogicAppUnit's mock server breaks down, too.</exception>
    public string ContentType => Request.Content!.Headers.ContentType?.ToString()
        ?? throw new InvalidOperationException("The call has no content, so its content type cannot be compared.");

    /// <exception cref="InvalidOperationException">The content is not JSON by its type.</exception>
    public JToken Json => json ??= Request.Content!.Headers.ContentType?.MediaType is "application/json" or "text/json"
        ? JToken.Parse(Text)
        : throw new InvalidOperationException($"The content is '{Request.Content.Headers.ContentType}', not JSON, so it cannot be compared as JSON.");

    public static async Task<ReceivedCall> ReadAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        request.Content ??= new ByteArrayContent([]);
        request.Headers.Host ??= request.RequestUri!.Authority;
        return new ReceivedCall(request, await request.Content.ReadAsStringAsync(cancellation));
    }

    /// <summary>The first value of a header that is not the content's; null without.</summary>
    public string? Header(string name) => Request.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() ?? "" : null;

    /// <summary>The value of a query parameter; null without.</summary>
    public string? Query(string name)
    {
        var queries = HttpUtility.ParseQueryString(Request.RequestUri!.Query);
        return queries.AllKeys.Contains(name) ? queries[name] ?? "" : null;
    }

    public MockRequest ToMockRequest(DateTime time) => new()
    {
        Timestamp = time,
        RequestUri = Request.RequestUri!,
        Method = Request.Method,
        Headers = Request.Headers.ToDictionary(header => header.Key, header => header.Value),
        Content = Text,
        ContentHeaders = Request.Content!.Headers.ToDictionary(header => header.Key, header => header.Value),
    };
}
