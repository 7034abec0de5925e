using Azure.Core;

namespace B2BConnector.Connector.Tests.Support;

/// <summary>Hands out numbered tokens.</summary>
internal sealed class FakeCredential(TimeProvider time) : TokenCredential
{
    private int _count;

    public int Count => _count;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new($"token-{Interlocked.Increment(ref _count)}", time.GetUtcNow().AddHours(1));

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
