using System.Threading.Channels;
using B2BConnector.Dataverse;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Dataverse;

public sealed class CallbackRetryTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "dataverse.db");
    private readonly Channel<CallbackOutcome> _settled = Channel.CreateUnbounded<CallbackOutcome>();
    private CallbackListener _listener = null!;

    public async Task InitializeAsync() => _listener = await CallbackListener.StartAsync();

    public async Task DisposeAsync()
    {
        await _listener.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);
    }

    [Fact]
    public async Task FailedCallback_IsTriedAgain_LaterAndLater()
    {
        await using var host = await StartAsync();
        await RegisterAsync(host);
        _listener.AnswerNext(500, 503, 202);
        await Leads.CreateAsync(host.Seller);
        var first = await _listener.NextAsync();
        await SettledAsync(CallbackOutcome.Waiting);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _listener.NextAsync();
        await SettledAsync(CallbackOutcome.Waiting);
        Assert.Equal("HTTP 503", (await JobsAsync(host)).Single()["lasterror"]);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(first["ItemInternalId"], (await _listener.NextAsync())["ItemInternalId"]);
        await SettledAsync(CallbackOutcome.Delivered);
    }

    [Fact]
    public async Task UndeliveredCallback_SurvivesARestart()
    {
        Guid lead;
        await using (var host = await StartAsync())
        {
            await RegisterAsync(host);
            _listener.AnswerNext(500);
            lead = await Leads.CreateAsync(host.Seller);
            await _listener.NextAsync();
            await SettledAsync(CallbackOutcome.Waiting);
        }
        _clock.Advance(TimeSpan.FromHours(1));
        await using var again = await StartAsync(2);
        Assert.Equal(lead.ToString(), (await _listener.NextAsync())["ItemInternalId"]);
        await SettledAsync(CallbackOutcome.Delivered);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task RefusedCallback_SuspendsTheRegistration_UntilItIsWrittenAgain(int status)
    {
        await using var host = await StartAsync();
        var registration = await RegisterAsync(host);
        _listener.AnswerNext(status);
        await Leads.CreateAsync(host.Seller, "P-1");
        await _listener.NextAsync();
        await SettledAsync(CallbackOutcome.Suspended);
        Assert.Equal("Suspended", (await JobsAsync(host)).Single()["state"]);
        await Leads.CreateAsync(host.Seller, "P-2");
        Assert.Single(await JobsAsync(host));
        await host.LogicApp.PatchAsync($"callbackregistrations({registration})", $$"""{"url":"{{_listener.Address}}again"}""");
        _clock.Advance(TimeSpan.FromSeconds(1));
        var body = await _listener.NextAsync();
        Assert.Equal(("/again", "P-1"), ((string)body["$path"]!, (string)body["b2b_prospectid"]!));
    }

    [Fact]
    public async Task CallbackNobodyTakes_IsKeptAsFailed()
    {
        await using var host = await StartAsync();
        await RegisterAsync(host);
        _listener.AnswerNext(500, 500);
        await Leads.CreateAsync(host.Seller);
        await _listener.NextAsync();
        await SettledAsync(CallbackOutcome.Waiting);
        _clock.Advance(TimeSpan.FromDays(4));
        await _listener.NextAsync();
        await SettledAsync(CallbackOutcome.Failed);
        Assert.Equal("Failed", (await JobsAsync(host)).Single()["state"]);
    }

    private Task<DataverseHost> StartAsync(int seed = 1) => DataverseHost.StartAsync(options =>
    {
        options.StorePath = _path;
        options.Time = _clock;
        options.CallbackSettled = outcome => _settled.Writer.TryWrite(outcome);
        options.Ids = IdSources.Seeded(seed);
    });

    private Task<Guid> RegisterAsync(DataverseHost host) =>
        host.LogicApp.CreateAsync("callbackregistrations", $$"""{"entityname":"lead","message":1,"scope":4,"url":"{{_listener.Address}}hook"}""");

    private static async Task<JArray> JobsAsync(DataverseHost host)
    {
        using var http = new HttpClient();
        return (JArray)SandboxJson.ParseObject(await http.GetStringAsync(new Uri(host.Address, "/_sandbox/callbacks")))["value"]!;
    }

    private async Task SettledAsync(CallbackOutcome expected)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        Assert.Equal(expected, await _settled.Reader.ReadAsync(limit.Token));
    }
}
