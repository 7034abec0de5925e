using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Commerce;

/// <summary>One call to Commerce; each attempt sends a request of its own.</summary>
internal sealed record CommerceCall(HttpMethod Method, Uri Address, JsonObject? Body, string? ETag, ScaleUnitCaller? ScaleUnit)
{
    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    public bool IsWrite => Method != HttpMethod.Get;

    /// <summary>Runs before each repetition; what it throws ends the call. Null: nothing has to be looked at.</summary>
    public Func<CancellationToken, Task>? BeforeRepetition { get; init; }

    public HttpRequestMessage ToRequest(string accessToken)
    {
        var request = new HttpRequestMessage(Method, Address);
        request.Headers.Authorization = new AuthenticationHeaderValue(ScaleUnit?.Scheme ?? "Bearer", accessToken);
        request.Headers.Accept.Add(Json);
        ScaleUnit?.AddTo(request.Headers);
        if (ETag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ETag);
        }

        request.Content = Body is null ? null : JsonContent.Create(Body);
        return request;
    }
}
