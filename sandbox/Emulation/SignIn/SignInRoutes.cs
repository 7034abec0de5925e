using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation.SignIn;

/// <summary>The routes of <see cref="SandboxSignIn"/>: discovery, keys, and the client credentials flow of known applications.</summary>
/// <remarks>https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow. Other flows need a person at a page and are not here.</remarks>
public static class SignInRoutes
{
    private const string AnyScope = "/.default";

    /// <param name="routes">Where to map; the prefix is the path of the instance.</param>
    /// <param name="signIn">Makes the tokens.</param>
    /// <param name="applications">Who may sign in.</param>
    public static void MapSandboxSignIn(this IEndpointRouteBuilder routes, SandboxSignIn signIn, IReadOnlyList<SandboxApplication> applications)
    {
        routes.MapGet("/{tenant}/v2.0/.well-known/openid-configuration", (HttpContext context, string tenant) => SandboxJson.WriteAsync(context, 200, signIn.Discovery(tenant)));
        routes.MapGet("/{tenant}/discovery/v2.0/keys", context => SandboxJson.WriteAsync(context, 200, signIn.Keys()));
        routes.MapPost("/{tenant}/oauth2/v2.0/token", (HttpContext context, string tenant) => TokenAsync(context, tenant, signIn, applications));
    }

    private static async Task TokenAsync(HttpContext context, string tenant, SandboxSignIn signIn, IReadOnlyList<SandboxApplication> applications)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        var scope = form["scope"].ToString();
        if (form["grant_type"] != "client_credentials")
        {
            await RefuseAsync(context, 400, "unsupported_grant_type", "The sandbox knows grant_type=client_credentials only.");
        }
        else if (!scope.EndsWith(AnyScope, StringComparison.Ordinal))
        {
            await RefuseAsync(context, 400, "invalid_scope", "The scope is the application asked for, followed by /.default.");
        }
        else if (applications.FirstOrDefault(known => known.Id == form["client_id"] && IsSecret(known, form["client_secret"].ToString())) is not { } application)
        {
            await RefuseAsync(context, 401, "invalid_client", "No application of the sandbox has this client_id and client_secret.");
        }
        else
        {
            var token = signIn.Issue(new SandboxToken(tenant, scope[..^AnyScope.Length], application.Roles)
            {
                Claims = new Dictionary<string, object> { ["idtyp"] = "app", ["azp"] = application.Id, ["oid"] = application.Id, ["sub"] = application.Id },
            });
            await SandboxJson.WriteAsync(context, 200, new JObject
            {
                ["token_type"] = "Bearer",
                ["expires_in"] = (int)SandboxSignIn.Lifetime.TotalSeconds,
                ["access_token"] = token,
            });
        }
    }

    private static bool IsSecret(SandboxApplication application, string sent) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(application.Secret), Encoding.UTF8.GetBytes(sent));

    private static Task RefuseAsync(HttpContext context, int status, string error, string description) =>
        SandboxJson.WriteAsync(context, status, new JObject { ["error"] = error, ["error_description"] = description });
}
