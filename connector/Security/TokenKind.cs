using Microsoft.IdentityModel.JsonWebTokens;

namespace B2BConnector.Connector.Security;

/// <summary>
/// Tells tokens that are meant for calling from those that are not: an ID token of the same application has the right audience and roles
/// too, and any page where the user signs in holds one.
/// </summary>
internal static class TokenKind
{
    /// <summary>A person's token holds the scope; an application's says so, or its subject is the application itself.</summary>
    /// <remarks>https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference: <c>scp</c>, <c>idtyp</c>; <c>oid</c> equals <c>sub</c> for applications.</remarks>
    public static bool MayCall(JsonWebToken token, string scope)
    {
        if (Text(token, "scp") is { } scopes)
        {
            return scopes.Split(' ').Contains(scope, StringComparer.Ordinal);
        }

        var isApplication = Text(token, "idtyp") == "app" || (Text(token, "oid") is { } id && id == Text(token, "sub"));
        return isApplication && Text(token, "nonce") is null;
    }

    public static string Refusal(string scope) => $"It is neither an application's nor one of a person with the scope {scope}.";

    private static string? Text(JsonWebToken token, string claim) => token.TryGetPayloadValue<string>(claim, out var value) ? value : null;
}
