using B2BConnector.ApiHub;
using B2BConnector.Emulation.SignIn;

namespace B2BConnector.Host.Services;

/// <summary>The sandbox's stand-in for Microsoft Entra, under /login of the workflow runtime, and what the connector must know of it.</summary>
internal static class SandboxSignInService
{
    private const string Tenant = "5a0e6bd0-1c25-4f3b-8a2e-0d8c1a6f7b10";
    private const string Connector = "0d6d3c0e-5a63-4f0e-9a55-4f6d3a2b1c77";
    private const string LogicApp = "3b8c2f60-5e1d-4d7a-9a3c-8f21d6b0e4a9";
    private const string Application = "9f4b7e1d-2a38-4c56-b1d0-7e8f90a1b2c3";

    private static readonly string[] Roles = ["Prospect.Read", "Prospect.Decide", "Prospect.Manage"];

    /// <summary>Application ID URI of the connector.</summary>
    public const string ConnectorAudience = $"api://{Connector}";

    public static SandboxSignIn Create(ServiceContext context) => new(Instance(context), context.Time, Convert.FromBase64String(context.Secrets.SignInKey));

    /// <summary>The token of the Logic App's managed identity for the connector; null for others.</summary>
    public static string? IdentityToken(SandboxSignIn signIn, string resource) => resource != ConnectorAudience ? null : signIn.Issue(new SandboxToken(Tenant, resource, Roles)
    {
        Claims = new Dictionary<string, object> { ["idtyp"] = "app", ["azp"] = LogicApp, ["oid"] = LogicApp, ["sub"] = LogicApp },
        Lifetime = ApiHubOptions.IdentityTokenLife,
    });

    public static void Map(WebApplication app, ServiceContext context, SandboxSignIn signIn)
    {
        app.Lifetime.ApplicationStopped.Register(signIn.Dispose);
        app.MapGroup(Instance(context).AbsolutePath).MapSandboxSignIn(
            signIn,
            [new SandboxApplication(Application, context.Secrets.ClientSecret, Roles)]);
    }

    public static IEnumerable<KeyValuePair<string, string?>> ConnectorSettings(ServiceContext context) =>
    [
        new(Setting("TenantId"), Tenant),
        new(Setting("ClientId"), Connector),
        new(Setting("Instance"), Instance(context).ToString()),
    ];

    private static Uri Instance(ServiceContext context) => new(context.Addresses.Runtime, "login/");

    private static string Setting(string name) => $"Authentication:Entra:{name}";
}
