using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using B2BConnector.Connector.Configuration;
using Microsoft.AspNetCore.Authentication;

namespace B2BConnector.Connector.Security;

/// <summary>A configured key, kept as its hash: what is compared is always of one length.</summary>
/// <param name="Hash">SHA-256 of the key.</param>
/// <param name="Known">Says who sends it: the name it was given and its roles. The same for each request; nobody adds to it.</param>
internal sealed record ApiKey(byte[] Hash, AuthenticateResult Known)
{
    private const string HashPrefix = "sha256:";

    public static ApiKey From(ApiKeyOptions options) => new(HashOf(options.Key), AuthenticateResult.Success(new AuthenticationTicket(CallerOf(options), ApiKeyHandler.SchemeName)));

    /// <summary>Hash of a key as a caller sends it.</summary>
    public static byte[] HashOfSent(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public static void Check(string path, ApiKeyOptions options, bool development, ICollection<string> problems)
    {
        if (string.IsNullOrWhiteSpace(options.Name))
        {
            problems.Add($"{path}:name is not set. Name the caller, so that logs can say who it was.");
        }

        if (options.Key.StartsWith(HashPrefix, StringComparison.Ordinal))
        {
            if (options.Key.Length != HashPrefix.Length + 64 || !options.Key[HashPrefix.Length..].All(Uri.IsHexDigit))
            {
                problems.Add($"{path}:key begins with sha256: and is not followed by 64 hexadecimal digits.");
            }
        }
        else if (options.Key.Length < (development ? 1 : 32))
        {
            problems.Add($"{path}:key is too short. Give at least 32 random characters.");
        }

        if (options.Roles.Count == 0)
        {
            problems.Add($"{path}:roles is empty. Give some of {string.Join(", ", Security.Roles.All)}.");
        }

        foreach (var role in options.Roles.Where(role => !Security.Roles.All.Contains(role)))
        {
            problems.Add($"{path}:roles holds '{role}'. Known roles: {string.Join(", ", Security.Roles.All)}.");
        }
    }

    private static ClaimsPrincipal CallerOf(ApiKeyOptions options) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, options.Name), .. options.Roles.Select(role => new Claim(ClaimTypes.Role, role))], ApiKeyHandler.SchemeName));

    private static byte[] HashOf(string configured) => configured.StartsWith(HashPrefix, StringComparison.Ordinal)
        ? Convert.FromHexString(configured[HashPrefix.Length..])
        : HashOfSent(configured);
}
