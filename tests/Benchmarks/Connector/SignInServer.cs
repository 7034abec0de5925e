using B2BConnector.Emulation.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Benchmarks.Connector;

/// <summary>Issues the tokens, with an https address for a name and an http one to reach it.</summary>
internal sealed class SignInServer : IAsyncDisposable
{
    private const string Tenant = "5a0e6bd0-1c25-4f3b-8a2e-0d8c1a6f7b10";
    private const string Connector = "0d6d3c0e-5a63-4f0e-9a55-4f6d3a2b1c77";
    private const string Application = "9f4b7e1d-2a38-4c56-b1d0-7e8f90a1b2c3";
    private static readonly Uri Instance = new("https://sign-in.contoso.example/");
    private readonly WebApplication _app;
    private readonly SandboxSignIn _signIn;

    private SignInServer(WebApplication app, SandboxSignIn signIn) => (_app, _signIn) = (app, signIn);

    public Uri Address => new(_app.Urls.Single());

    public Dictionary<string, string?> Settings => new()
    {
        ["Authentication:Entra:TenantId"] = Tenant,
        ["Authentication:Entra:ClientId"] = Connector,
        ["Authentication:Entra:Instance"] = Instance.ToString(),
    };

    public static async Task<SignInServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var signIn = new SandboxSignIn(Instance, TimeProvider.System);
        app.MapSandboxSignIn(signIn, []);
        await app.StartAsync();
        return new SignInServer(app, signIn);
    }

    public string Token() => _signIn.Issue(new SandboxToken(Tenant, Connector, ["Prospect.Read"])
    {
        Claims = new Dictionary<string, object> { ["idtyp"] = "app", ["azp"] = Application, ["sub"] = Application, ["oid"] = Application },
    });

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _signIn.Dispose();
    }
}
