using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Threading.Channels;
using B2BConnector.Dataverse;
using B2BConnector.Dataverse.Faults;
using B2BConnector.Emulation;
using B2BConnector.Emulators.Tests.Dataverse;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Faults;

/// <summary>Each kind does to a callback of Dataverse what its name says.</summary>
public sealed class CallbackFaultTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly CallbackFaultSwitches _faults = new();
    private readonly Channel<CallbackOutcome> _settled = Channel.CreateUnbounded<CallbackOutcome>();
    private readonly string _folder = Directory.CreateTempSubdirectory("b2b-callbacks-").FullName;
    private CallbackListener _listener = null!;
    private DataverseHost _host = null!;

    public async Task InitializeAsync()
    {
        _listener = await CallbackListener.StartAsync();
        _host = await StartAsync();
        await _host.LogicApp.CreateAsync("callbackregistrations", $$"""{"entityname":"lead","message":4,"scope":4,"url":"{{_listener.Address}}hook"}""");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _listener.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Drop_OfOneOfTwo_SendsTheOtherOnly()
    {
        _faults.Add(new CallbackFault { Kind = CallbackFaultKind.Drop, Contains = "P-1" });

        await Leads.CreateAsync(_host.Seller, "P-1");
        await SettledAsync(CallbackOutcome.Dropped);
        await Leads.CreateAsync(_host.Seller, "P-2");

        Assert.Equal("P-2", await NextAsync());
        await SettledAsync(CallbackOutcome.Delivered);
        Assert.Equal((1, 0), (_faults.Injected[CallbackFaultKind.Drop], (await JobsAsync()).Count));
    }

    [Fact]
    public async Task Delay_OfTenMinutes_SendsThenAndNotBefore()
    {
        _faults.Add(new CallbackFault { Kind = CallbackFaultKind.Delay, Contains = "P-1", Delay = TimeSpan.FromMinutes(10) });

        await Leads.CreateAsync(_host.Seller, "P-1");
        await _clock.TimerAsync(TimeSpan.FromMinutes(10));
        await Leads.CreateAsync(_host.Seller, "P-2");
        Assert.Equal("P-2", await NextAsync());
        await SettledAsync(CallbackOutcome.Delivered);
        Assert.Single(await JobsAsync());
        _clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal("P-1", await NextAsync());
    }

    [Fact]
    public async Task Delay_AcrossARestart_IsKept()
    {
        _faults.Add(new CallbackFault { Kind = CallbackFaultKind.Delay, Delay = TimeSpan.FromDays(3) });
        await Leads.CreateAsync(_host.Seller, "P-1");
        await _clock.TimerAsync(TimeSpan.FromDays(3));
        await _host.DisposeAsync();
        _faults.Clear();

        _host = await StartAsync(2);
        await Leads.CreateAsync(_host.Seller, "P-2");
        Assert.Equal("P-2", await NextAsync());
        _clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal("P-1", await NextAsync());
    }

    [Fact]
    public async Task Double_OfACallback_PostsTheSameTwice()
    {
        _faults.Add(new CallbackFault { Kind = CallbackFaultKind.Double });

        await Leads.CreateAsync(_host.Seller, "P-1");
        var (one, two) = (await _listener.NextAsync(), await _listener.NextAsync());
        await SettledAsync(CallbackOutcome.Delivered);
        await SettledAsync(CallbackOutcome.Delivered);

        Assert.Equal(one.ToString(), two.ToString());
        Assert.Empty(await JobsAsync());
    }

    [Fact]
    public async Task Reorder_OfTheFirst_SendsItAfterTheSecond()
    {
        _faults.Add(new CallbackFault { Kind = CallbackFaultKind.Reorder, Message = "Create", Delay = TimeSpan.FromHours(1) });

        var lead = await Leads.CreateAsync(_host.Seller, "P-1");
        await _host.Seller.PatchAsync($"leads({lead})", """{"jobtitle":"Buyer"}""");

        Assert.Equal("Update", (await _listener.NextAsync())["SdkMessage"]);
        Assert.Equal("Create", (await _listener.NextAsync())["SdkMessage"]);
    }

    [Fact]
    public async Task Reorder_WithoutASecond_SendsItInTheEnd()
    {
        _faults.Add(new CallbackFault { Kind = CallbackFaultKind.Reorder, Delay = TimeSpan.FromHours(1) });

        await Leads.CreateAsync(_host.Seller, "P-1");
        await _clock.TimerAsync(TimeSpan.FromHours(1));
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal("P-1", await NextAsync());
    }

    [Fact]
    public async Task Script_OverManyCallbacks_IsAskedOnceAboutEachInTheOrderOfTheChanges()
    {
        var asked = new List<CallbackInfo>();
        _faults.Script = info =>
        {
            asked.Add(info);
            return info.Body.Contains("P-2", StringComparison.Ordinal) ? new CallbackFault { Kind = CallbackFaultKind.Double } : null;
        };
        _listener.AnswerNext(500);
        var leads = new List<Guid>();
        foreach (var prospect in new[] { "P-1", "P-2", "P-3" }) leads.Add(await Leads.CreateAsync(_host.Seller, prospect));
        for (var sent = 0; sent < 4; sent++)
        {
            await _listener.NextAsync();
            await _settled.Reader.ReadAsync();
        }

        _clock.Advance(TimeSpan.FromSeconds(1));
        await _listener.NextAsync();

        Assert.Equal(leads, asked.Select(info => info.Row));
        Assert.Equal(("lead", "Create", 1), (asked[0].Entity, asked[0].Message, _faults.Injected[CallbackFaultKind.Double]));
    }

    [Fact]
    public async Task Post_Switch_WorksAndIsShown()
    {
        using var http = new HttpClient { BaseAddress = new Uri(_host.Address, "/_sandbox/") };
        using var rule = new StringContent("""{"kind":"Drop","entity":"lead","message":"Create","contains":"P-1"}""", Encoding.UTF8, "application/json");

        using var added = await http.PostAsync(new Uri("callback-faults", UriKind.Relative), rule);
        await Leads.CreateAsync(_host.Seller, "P-1");
        await SettledAsync(CallbackOutcome.Dropped);
        var shown = SandboxJson.ParseObject(await http.GetStringAsync(new Uri("callback-faults", UriKind.Relative)));

        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        Assert.Equal((1, 1), ((int)shown["value"]![0]!["hits"]!, (int)shown["injected"]!["Drop"]!));
    }

    [Fact]
    public async Task Post_SwitchThatMakesNoSense_IsRefusedInWords()
    {
        using var http = new HttpClient();

        using var answer = await http.PostAsJsonAsync(new Uri(_host.Address, "/_sandbox/callback-faults"), new { kind = "Double", message = "Win" });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("'Win' is none of Create, Update, Delete", await answer.Content.ReadAsStringAsync());
    }

    private Task<DataverseHost> StartAsync(int seed = 1) => DataverseHost.StartAsync(options =>
    {
        options.StorePath = Path.Combine(_folder, "dataverse.db");
        options.Time = _clock;
        options.Ids = IdSources.Seeded(seed);
        options.CallbackFaults = _faults;
        options.CallbackSettled = outcome => _settled.Writer.TryWrite(outcome);
    });

    private async Task<string> NextAsync() => (string)(await _listener.NextAsync())["b2b_prospectid"]!;

    private async Task<JArray> JobsAsync()
    {
        using var http = new HttpClient();
        return (JArray)SandboxJson.ParseObject(await http.GetStringAsync(new Uri(_host.Address, "/_sandbox/callbacks")))["value"]!;
    }

    private async Task SettledAsync(CallbackOutcome expected)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20), TimeProvider.System);
        Assert.Equal(expected, await _settled.Reader.ReadAsync(limit.Token));
    }
}
