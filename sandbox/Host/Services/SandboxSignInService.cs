using B2BConnector.Emulation.SignIn;

namespace B2BConnector.Host.Services;

/// <summary>The sandbox's stand-in for Microsoft Entra, under /login of the workflow runtime, and what the connector must know of it.</summary>
internal static class SandboxSignInService
{
    private const string Tenant = "5a0e6bd0-1c25-4f3b-8a2e-0d8c1a6f7b10";
    private const string Connector = "0d6d3c0e-5a63-4f0e-9a55-4f6d3a2b1c77";
    private const string Application = "9f4b7e1d-2a38-4c56-b1d0-7e8f90a1b2c3";

    public static void Map(WebApplication app, ServiceContext context)
    {
        var signIn = new SandboxSignIn(Instance(context), context.Time);
        app.Lifetime.ApplicationStopped.Register(signIn.Dispose);
        app.MapGroup(Instance(context).AbsolutePath).MapSandboxSignIn(
            signIn,
            [new SandboxApplication(Application, context.Secrets.ClientSecret, ["Prospect.Read", "Prospect.Decide", "Prospect.Manage"])]);
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
