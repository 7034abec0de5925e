using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace B2BConnector.Connector.Security;

/// <summary>Knows a caller by a token of Microsoft Entra in the header Authorization; its app roles say what it may do.</summary>
/// <remarks>Claims: https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference.</remarks>
internal sealed class EntraBearer(IOptions<Configuration.AuthenticationOptions> authentication, CheckedTokens checkedTokens, TimeProvider time, IHostEnvironment environment)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    public const string SchemeName = "Entra";

    private static readonly object KeysBeforeCheck = new();
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SignInRetry = TimeSpan.FromSeconds(30);

    public void Configure(JwtBearerOptions options) => Configure(SchemeName, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        if (name != SchemeName || authentication.Value.Entra is not { IsConfigured: true } entra)
        {
            return;
        }

        options.Authority = new Uri(entra.Instance, $"{entra.TenantId}/v2.0").ToString();
        options.RequireHttpsMetadata = !environment.IsDevelopment();
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudiences = [entra.ClientId, $"api://{entra.ClientId}", .. entra.AppIdUri is { Length: > 0 } uri ? [uri] : Array.Empty<string>()],

            // An app registration decides whether its tokens have the form of version 1 or 2; both are of the same tenant.
            ValidIssuers = [options.Authority, $"https://sts.windows.net/{entra.TenantId}/"],
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(notBefore, expires),
            NameClaimType = "azp",
            RoleClaimType = "roles",
        };
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = BeforeCheckAsync,
            OnTokenValidated = context => AfterCheckAsync(context, entra.Scope),
            OnChallenge = ChallengeAsync,
        };
    }

    private bool IsCurrent(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + ClockSkew && (notBefore is not { } start || start <= now + ClockSkew);
    }

    private async Task BeforeCheckAsync(MessageReceivedContext context)
    {
        var keys = await FetchKeysAsync(context);
        if (checkedTokens.Find(Sent(context.Request), keys) is { } caller)
        {
            context.Principal = caller;
            context.Success();
            return;
        }

        context.HttpContext.Items[KeysBeforeCheck] = keys;
    }

    /// <summary>A sign-in service that does not answer is no fault of the caller: 503 and not 401, so that clients try again.</summary>
    private static async Task<OpenIdConnectConfiguration> FetchKeysAsync(MessageReceivedContext context)
    {
        try
        {
            return await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        }
        catch (Exception problem) when (problem is InvalidOperationException or HttpRequestException or IOException)
        {
            throw ConnectorErrors.SignInUnavailable(SignInRetry);
        }
    }

    private Task AfterCheckAsync(TokenValidatedContext context, string scope)
    {
        if (!TokenKind.MayCall((JsonWebToken)context.SecurityToken, scope))
        {
            context.Fail(new SecurityTokenValidationException(TokenKind.Refusal(scope)));
        }
        else if (context.HttpContext.Items[KeysBeforeCheck] is { } keys)
        {
            checkedTokens.Keep(Sent(context.Request), keys, context.Principal!, context.SecurityToken.ValidTo + ClockSkew);
        }

        return Task.CompletedTask;
    }

    private static string Sent(HttpRequest request) => request.Headers.Authorization.ToString();

    private static async Task ChallengeAsync(JwtBearerChallengeContext context)
    {
        context.HandleResponse();
        context.Response.Headers.WWWAuthenticate = context.AuthenticateFailure is null ? "Bearer" : "Bearer error=\"invalid_token\"";
        await ErrorResponses.WriteAsync(context.HttpContext, ConnectorErrors.TokenRefused(Reason(context.AuthenticateFailure)));
    }

    private static string Reason(Exception? failure) => failure switch
    {
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNotYetValidException => "It is not valid at this time.",
        SecurityTokenInvalidAudienceException => "It was issued for another application.",
        SecurityTokenInvalidIssuerException => "It was issued by another tenant.",
        SecurityTokenInvalidSignatureException or SecurityTokenInvalidAlgorithmException => "Its signature is not one of this tenant's.",
        SecurityTokenValidationException own when own.GetType() == typeof(SecurityTokenValidationException) => own.Message,
        _ => "It is no token of Microsoft Entra.",
    };
}
