using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Delivery;
using B2BConnector.Connector.Feed;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Connector.Tests.Support;

/// <summary>The real connector on a free port of the loopback, in front of a fake Commerce.</summary>
internal sealed class TestConnector : IAsyncDisposable
{
    private readonly bool _ownsFolder;
    private readonly WebApplication _app;

    private TestConnector(WebApplication app, FakeCommerce commerce, ManualTime time, FakeCredential credential, string folder, bool ownsFolder)
    {
        _app = app;
        _ownsFolder = ownsFolder;
        Commerce = commerce;
        Time = time;
        Credential = credential;
        Folder = folder;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(30) };
        Client.DefaultRequestHeaders.Add("X-Api-Key", TestConfiguration.AllRolesKey);
    }

    public FakeCommerce Commerce { get; }

    public ManualTime Time { get; }

    public FakeCredential Credential { get; }

    public string Folder { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public List<string> LogLines { get; private init; } = [];

    /// <summary>Starts one; settings differ from the usual ones, and without the feed nothing but the test itself calls Commerce.</summary>
    public static async Task<TestConnector> StartAsync(
        Dictionary<string, string?>? settings = null, bool withFeed = false, FakeCommerce? commerce = null, ManualTime? time = null, string? folder = null, Action<WebApplicationBuilder>? more = null, string environment = "Production")
    {
        commerce ??= new FakeCommerce();
        time ??= new ManualTime();
        var ownsFolder = folder is null;
        folder ??= StoreTemplate.NewFolder();
        var credential = new FakeCredential(time);
        var configuration = TestConfiguration.Create(Path.Combine(folder, "connector.db"));
        configuration["Feed:Interval"] = "01:00:00";
        configuration["Feed:Freshness"] = "00:00:00";
        foreach (var (key, value) in (await StoreUnderTest.Current.SettingsAsync(folder)).Concat(settings ?? []))
        {
            configuration[key] = value;
            if (value is null)
            {
                // Not the same to the binder: a key with the value null still makes an entry of a list.
                configuration.Remove(key);
            }
        }

        var lines = new List<string>();
        var app = ConnectorApp.Build(["--environment", environment], builder =>
        {
            builder.Configuration.AddInMemoryCollection(configuration);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders().AddProvider(new ListLogger(lines)).SetMinimumLevel(LogLevel.Debug);
            builder.Services.AddSingleton<TimeProvider>(time);
            builder.Services.AddSingleton<TokenCredential>(credential);
            builder.Services.AddSingleton<HostLookup>((_, _) => throw new SocketException((int)SocketError.HostNotFound));
            builder.Services.AddHttpClient(CommerceClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => commerce).SetHandlerLifetime(Timeout.InfiniteTimeSpan);
            if (!withFeed)
            {
                var loop = builder.Services.Last(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory is not null);
                builder.Services.Remove(loop);
            }

            more?.Invoke(builder);
        });
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        var connector = new TestConnector(app, commerce, time, credential, folder, ownsFolder) { LogLines = lines };
        if (withFeed)
        {
            // What a test changes from here on is seen by a pass that begins after it.
            await connector.LookAsync();
        }

        return connector;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) =>
        Client.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), body is null ? null : body is string text ? new StringContent(text, Encoding.UTF8, "application/json") : JsonContent.Create(body));

    public Task<HttpResponseMessage> PatchAsync(string path, string body) =>
        Client.PatchAsync(new Uri(path, UriKind.RelativeOrAbsolute), new StringContent(body, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> DeleteAsync(string path) => Client.DeleteAsync(new Uri(path, UriKind.RelativeOrAbsolute));

    /// <summary>The answer of a call whose pauses between tries, each shorter than this, go by on the clock.</summary>
    public async Task<HttpResponseMessage> AfterPausesAsync(Task<HttpResponseMessage> call, TimeSpan longest)
    {
        while (await Task.WhenAny(call, Time.WhenWaitingAsync(wait => wait > TimeSpan.Zero && wait < longest)) != call)
        {
            Time.Advance(longest);
        }

        return await call;
    }

    public async Task<JsonNode> GetJsonAsync(string path) => await JsonAsync(await GetAsync(path));

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    /// <summary>Status and error code in one text, "409 in_progress".</summary>
    public static async Task<string> ErrorAsync(HttpResponseMessage response)
    {
        var error = (await JsonAsync(response))["error"]!;
        Assert.False(string.IsNullOrWhiteSpace(error["message"]!.GetValue<string>()));
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return $"{(int)response.StatusCode} {error["code"]!.GetValue<string>()}";
    }

    /// <summary>Ends when the feed has seen what Commerce holds now. A lease of somebody else goes by the clock, and that stands still.</summary>
    public Task LookAsync() => Feed.RefreshAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

    public ProspectFeed Feed => Services.GetRequiredService<ProspectFeed>();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
