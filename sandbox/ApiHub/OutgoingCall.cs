using Microsoft.AspNetCore.Http;

namespace B2BConnector.ApiHub;

/// <summary>A request on its way through the gateway. Policies change it.</summary>
internal sealed class OutgoingCall(HttpContext incoming, ApiHubConnection connection, string operationId, string path)
{
    public HttpContext Incoming => incoming;

    public ApiHubConnection Connection => connection;

    /// <summary>The operation of the contract; empty for Dataverse.</summary>
    public string OperationId => operationId;

    /// <summary>Scheme, host and base path of the API, as it is known outside the sandbox.</summary>
    public required Uri Host { get; set; }

    /// <summary>Path below <see cref="Host"/>, percent-encoded as received.</summary>
    public string Path => path;

    public QueryText Query { get; } = new(incoming.Request.QueryString.Value);

    /// <summary>Headers to send instead of, or besides, those of the caller. Null removes one.</summary>
    public Dictionary<string, string?> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Set when a policy cannot do its work: the call is not made.</summary>
    public string? Fault { get; set; }

    /// <summary>The address as the caller's swagger knows it.</summary>
    public string PublicUrl => $"{Host.AbsoluteUri.TrimEnd('/')}{Path}{Query}";
}
