using Azure.Core;

namespace B2BConnector.Host.Services;

/// <summary>Stands where a managed identity stands in Azure: the emulators know callers by name.</summary>
internal sealed class SandboxCredential(string identity, TimeProvider time) : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(identity, time.GetUtcNow().AddHours(1));

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
