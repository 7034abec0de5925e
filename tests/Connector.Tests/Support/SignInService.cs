using B2BConnector.Emulation.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Connector.Tests.Support;

/// <summary>A sign-in service on a free port of the loopback, and tokens of it for the connector under test.</summary>
internal sealed class SignInService : IAsyncDisposable
{
    public const string Tenant = "5a0e6bd0-1c25-4f3b-8a2e-0d8c1a6f7b10";
    public const string Connector = "0d6d3c0e-5a63-4f0e-9a55-4f6d3a2b1c77";
    public const string Application = "9f4b7e1d-2a38-4c56-b1d0-7e8f90a1b2c3";
    public const string Secret = "secret-of-the-test-application";

    private readonly WebApplication _app;

    private SignInService(WebApplication app, SandboxSignIn signIn)
    {
        _app = app;
        SignIn = signIn;
    }

    public SandboxSignIn SignIn { get; }

    public Uri Instance => new(_app.Urls.Single() + "/");

    public static async Task<SignInService> StartAsync(TimeProvider time)
    {
        var port = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        port.Start();
        var address = new Uri($"http://{port.LocalEndpoint}/");
        port.Stop();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address.ToString());
        var app = builder.Build();
        var signIn = new SandboxSignIn(address, time);
        app.MapSandboxSignIn(signIn, [new SandboxApplication(Application, Secret, ["Prospect.Read"])]);
        await app.StartAsync();
        return new SignInService(app, signIn);
    }

    /// <summary>Settings with which a connector takes this service's tokens.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Authentication:Entra:TenantId"] = Tenant,
        ["Authentication:Entra:ClientId"] = Connector,
        ["Authentication:Entra:Instance"] = Instance.ToString(),
    };

    /// <summary>What an application's token says.</summary>
    public static SandboxToken OfApplication(params string[] roles) => new(Tenant, Connector, roles)
    {
        Claims = new Dictionary<string, object> { ["idtyp"] = "app", ["azp"] = Application, ["sub"] = Application, ["oid"] = Application },
    };

    /// <summary>What a person's token says.</summary>
    public static SandboxToken OfPerson(string scope, params string[] roles) => new(Tenant, Connector, roles)
    {
        Claims = new Dictionary<string, object> { ["scp"] = scope, ["azp"] = Application, ["sub"] = "pairwise", ["oid"] = "person" },
    };

    public ValueTask StopAsync() => DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        SignIn.Dispose();
    }
}
