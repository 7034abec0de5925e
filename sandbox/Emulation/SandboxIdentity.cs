using Microsoft.AspNetCore.Http;

namespace B2BConnector.Emulation;

/// <summary>
/// Who calls: <c>Authorization: Bearer sandbox-seller</c> makes the caller "sandbox-seller" ("sandbox-connector", "sandbox-logicapp",
/// "sandbox-site", "sandbox-administrator" ...). There is no secret in it: every emulator binds to loopback.
/// </summary>
public static class SandboxIdentity
{
    private const string Prefix = "sandbox-";

    // The documents of the scale unit announce a token as id_token; everything else says Bearer.
    private static readonly string[] Schemes = ["Bearer ", "id_token "];

    /// <summary>The caller of the current request, or null when it is anonymous.</summary>
    public static string? Caller(this HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (Schemes.FirstOrDefault(known => header.StartsWith(known, StringComparison.OrdinalIgnoreCase)) is not { } scheme)
        {
            return null;
        }

        var token = header[scheme.Length..].Trim();
        var wellFormed = token.Length > Prefix.Length && token.Length <= 64
            && token.StartsWith(Prefix, StringComparison.Ordinal)
            && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
        return wellFormed ? token : null;
    }

    /// <summary>The caller, or the refusal.</summary>
    /// <exception cref="EmulatorFault">401 SBX0401.</exception>
    public static string RequireCaller(this HttpContext context) => context.Caller() ?? throw new EmulatorFault(
        401, "SBX0401", "The request has no valid identity. Send the header 'Authorization: Bearer sandbox-<name>'.");
}
