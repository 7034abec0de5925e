using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation.SignIn;

/// <summary>
/// A sign-in service for tests and sandboxes: discovery document, keys and tokens in the form of Microsoft Entra's version 2. Its key is
/// made by the sandbox, so no token of it is worth anything elsewhere.
/// </summary>
/// <remarks>https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc, /access-token-claims-reference.</remarks>
/// <param name="instance">Root address under which <see cref="SignInRoutes"/> are mapped, with a slash at its end.</param>
/// <param name="time">Clock of the tokens.</param>
/// <param name="key">Private key (PKCS #8) of a service that lives longer than this process; null: a new one.</param>
public sealed class SandboxSignIn(Uri instance, TimeProvider time, byte[]? key = null) : IDisposable
{
    private readonly RSA _key = Keep(key);
    private readonly JsonWebTokenHandler _tokens = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>How long a token lives.</summary>
    public static TimeSpan Lifetime { get; } = TimeSpan.FromHours(1);

    /// <summary>A signed token.</summary>
    /// <param name="token">What it says.</param>
    public string Issue(SandboxToken token)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>(token.Claims, StringComparer.Ordinal) { ["ver"] = "2.0", ["tid"] = token.Tenant };
        if (token.Roles.Count > 0)
        {
            claims["roles"] = token.Roles;
        }

        return _tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority(token.Tenant),
            Audience = token.Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + token.Lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(Key(), SecurityAlgorithms.RsaSha256),
        });
    }

    /// <summary><c>.well-known/openid-configuration</c> of a tenant.</summary>
    public JObject Discovery(string tenant) => new()
    {
        ["issuer"] = Authority(tenant),
        ["token_endpoint"] = Address($"{tenant}/oauth2/v2.0/token"),
        ["jwks_uri"] = Address($"{tenant}/discovery/v2.0/keys"),
        ["response_types_supported"] = new JArray("code", "id_token"),
        ["id_token_signing_alg_values_supported"] = new JArray("RS256"),
    };

    /// <summary>The public keys.</summary>
    public JObject Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_key.ExportParameters(includePrivateParameters: false)));
        return new JObject { ["keys"] = new JArray(new JObject { ["kty"] = key.Kty, ["use"] = "sig", ["kid"] = Key().KeyId, ["n"] = key.N, ["e"] = key.E }) };
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private static RSA Keep(byte[]? key)
    {
        if (key is null)
        {
            return RSA.Create(2048);
        }

        var kept = RSA.Create();
        kept.ImportPkcs8PrivateKey(key, out _);
        return kept;
    }

    private RsaSecurityKey Key()
    {
        var key = new RsaSecurityKey(_key);
        key.KeyId = Base64UrlEncoder.Encode(key.ComputeJwkThumbprint());
        return key;
    }

    private string Authority(string tenant) => Address($"{tenant}/v2.0");

    private string Address(string path) => new Uri(instance, path).ToString();
}
