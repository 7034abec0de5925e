using B2BConnector.Dataverse;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Builder;

namespace B2BConnector.Emulators.Tests.Dataverse;

/// <summary>One Dataverse emulator on a free port of loopback, with the repository's own solution.</summary>
internal sealed class DataverseHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DataverseHost(WebApplication app, Uri address) => (_app, Address) = (app, address);

    public static string SolutionFolder { get; } = Path.Combine(RepositoryRoot(), "solution", "core");

    public Uri Address { get; }

    public DataverseClient Seller => As("sandbox-seller");

    public DataverseClient LogicApp => As("sandbox-logicapp");

    public static async Task<DataverseHost> StartAsync(Action<DataverseOptions>? configure = null)
    {
        var options = new DataverseOptions { SolutionFolder = SolutionFolder, Ids = IdSources.Seeded(1) };
        configure?.Invoke(options);
        var app = DataverseApp.Build(options);
        await app.StartAsync();
        return new DataverseHost(app, new Uri(app.Urls.Single()));
    }

    public DataverseClient As(string? identity) => new(Address, identity);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "B2BConnector.sln"))) folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No repository above the tests.");
        return folder;
    }
}
