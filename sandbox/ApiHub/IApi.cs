using Microsoft.AspNetCore.Http;

namespace B2BConnector.ApiHub;

/// <summary>An API behind the gateway.</summary>
internal interface IApi
{
    /// <summary>Makes the call behind a request, or null when the API has no such operation.</summary>
    /// <param name="context">The request.</param>
    /// <param name="connection">The connection whose key it carried.</param>
    /// <param name="path">What follows the connection in the path, percent-encoded as received, with its leading slash.</param>
    OutgoingCall? Call(HttpContext context, ApiHubConnection connection, string path);

    /// <summary>How often one connection may be used.</summary>
    RateLimit Limit(ApiHubOptions options);

    /// <summary>Signs the call in, where that takes asking somebody.</summary>
    /// <exception cref="SignIn.SignInException">The connection cannot sign in.</exception>
    ValueTask AuthenticateAsync(OutgoingCall call, CancellationToken stop);

    /// <summary>What the connector's policies do to the answer.</summary>
    IReadOnlyList<Policies.Policy> PoliciesOf(OutgoingCall call);
}
