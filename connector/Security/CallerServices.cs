using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Security;

/// <summary>The ways in: an API key, or a token of Microsoft Entra.</summary>
internal static class CallerServices
{
    public static void AddCallers(this IServiceCollection services)
    {
        services.AddSingleton<KnownKeys>();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, EntraBearer>();
        services.AddSingleton<CheckedTokens>();
        services.AddAuthentication(ApiKeyHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, scheme => scheme.ForwardDefaultSelector = OtherScheme)
            .AddJwtBearer(EntraBearer.SchemeName, _ => { });

        // A route that says nothing about roles still asks for a caller; only health says otherwise.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
    }

    /// <summary>A caller that sends a key is known by its key, whatever else it sends.</summary>
    private static string? OtherScheme(HttpContext context) =>
        !context.Request.Headers.ContainsKey(ApiKeyHandler.Header)
        && context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && context.RequestServices.GetRequiredService<IOptions<Configuration.AuthenticationOptions>>().Value.Entra.IsConfigured
            ? EntraBearer.SchemeName
            : null;
}
