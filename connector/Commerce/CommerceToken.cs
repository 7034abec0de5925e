using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;
using B2BConnector.Connector.Configuration;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Commerce;

/// <summary>The access token for one resource, fetched by one caller at a time and kept until shortly before it ends.</summary>
internal sealed class CommerceToken(TokenCredential credential, IOptions<CommerceOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly ConcurrentDictionary<Uri, AccessToken> _tokens = [];

    /// <summary>Token for the finance and operations environment.</summary>
    public Task<string> ForEnvironmentAsync(CancellationToken cancel) => GetAsync(options.Value.EnvironmentUrl!, cancel);

    /// <summary>Token for the scale unit, which is a resource of its own.</summary>
    public Task<string> ForScaleUnitAsync(CancellationToken cancel) => GetAsync(options.Value.ScaleUnitUrl!, cancel);

    /// <summary>Commerce refused this token, so the next call fetches another one.</summary>
    public async Task ForgetAsync(string token, CancellationToken cancel)
    {
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            foreach (var scope in _tokens.Where(pair => pair.Value.Token == token).Select(pair => pair.Key).ToList())
            {
                _tokens.TryRemove(scope, out _);
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<string> GetAsync(Uri resource, CancellationToken cancel)
    {
        // Almost every call finds one, and must not wait for the others that do.
        if (_tokens.TryGetValue(resource, out var present) && IsFresh(present))
        {
            return present.Token;
        }

        await _oneAtATime.WaitAsync(cancel);
        try
        {
            if (!_tokens.TryGetValue(resource, out var token) || !IsFresh(token))
            {
                token = await credential.GetTokenAsync(new TokenRequestContext([resource.GetLeftPart(UriPartial.Authority) + "/.default"]), cancel);
                _tokens[resource] = token;
            }

            return token.Token;
        }
        catch (AuthenticationFailedException problem)
        {
            throw new CommerceException(CommerceFailure.SignIn, "The connector could not get a token for Commerce.", problem);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private bool IsFresh(AccessToken token) => token.ExpiresOn - Margin > time.GetUtcNow();
}
