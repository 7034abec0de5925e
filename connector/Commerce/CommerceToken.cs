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
    private readonly Dictionary<string, AccessToken> _tokens = [];

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
                _tokens.Remove(scope);
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
        var scope = resource.GetLeftPart(UriPartial.Authority) + "/.default";
        await _oneAtATime.WaitAsync(cancel);
        try
        {
            if (!_tokens.TryGetValue(scope, out var token) || token.ExpiresOn - Margin <= time.GetUtcNow())
            {
                token = await credential.GetTokenAsync(new TokenRequestContext([scope]), cancel);
                _tokens[scope] = token;
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
}
