using System.Net;
using System.Text;
using B2BConnector.ApiHub;
using B2BConnector.Emulation.Faults;
using B2BConnector.Runtime.Tests.Scripts;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.ApiHub;

/// <summary>Each kind does to a call through the gateway what its name says.</summary>
public sealed class GatewayFaultTests : IAsyncLifetime
{
    private const string Leads = "/apim/commondataservice/local/api/data/v9.2/leads";
    private const string Switches = "/apim/_sandbox/faults";

    private readonly HandClock _clock = new();
    private readonly GatewayFixture _hub = new();
    private int _reached;

    public async Task InitializeAsync()
    {
        _hub.Options.Time = _clock;
        await _hub.StartAsync(async context =>
        {
            Interlocked.Increment(ref _reached);
            await context.Response.WriteAsync("""{"value":["one","two"]}""");
        });
    }

    public async Task DisposeAsync() => await _hub.DisposeAsync();

    [Fact]
    public async Task FailBefore_Call_Is500AndReachesNobody()
    {
        Switch(FaultKind.FailBefore);

        using var answer = await _hub.GetAsync(Leads, "k2");

        Assert.Equal(500, (int?)JObject.Parse(await answer.Content.ReadAsStringAsync()).SelectToken("error.code"));
        Assert.Equal((HttpStatusCode.InternalServerError, 0), (answer.StatusCode, _reached));
    }

    [Fact]
    public async Task FailAfter_CallOnAKeptConnection_ReachesTheBackendOnceAndBreaks()
    {
        using (await _hub.GetAsync(Leads, "k2"))
        {
        }

        Switch(FaultKind.FailAfter);

        await Assert.ThrowsAsync<HttpRequestException>(() => _hub.GetAsync(Leads, "k2"));

        Assert.Equal(2, _reached);
    }

    [Fact]
    public async Task Throttle_Call_Is429AsTheRateLimitSaysIt()
    {
        _hub.Options.Faults.Add(new FaultRule { Kind = FaultKind.Throttle, RetryAfter = TimeSpan.FromSeconds(21) });

        using var answer = await _hub.GetAsync(Leads, "k2");

        Assert.Equal((HttpStatusCode.TooManyRequests, "21", 0), (answer.StatusCode, answer.Headers.RetryAfter!.ToString(), _reached));
        Assert.Equal("""{"statusCode":429,"message":"Rate limit is exceeded. Try again in 21 seconds."}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Unavailable_Call_Is503WithAPage()
    {
        Switch(FaultKind.Unavailable);

        using var answer = await _hub.GetAsync(Leads, "k2");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html", 0), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, _reached));
    }

    [Fact]
    public async Task Timeout_Call_AnswersNothingUntilTheCallerGivesUp()
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _hub.Options.Faults.Waiting = _ => waiting.TrySetResult();
        Switch(FaultKind.Timeout);
        using var patience = new CancellationTokenSource();
        var call = _hub.Client.GetAsync(new Uri(_hub.Gateway, Leads), patience.Token);
        await waiting.Task;

        Assert.False(call.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(0, _reached);
    }

    [Fact]
    public async Task Reset_Call_GivesHalfTheBodyThenBreaks()
    {
        Switch(FaultKind.Reset);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_hub.Gateway, Leads));
        request.Headers.TryAddWithoutValidation("Authorization", "Key k2");

        using var answer = await _hub.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        var half = new byte[12];
        await body.ReadExactlyAsync(half);

        Assert.Equal("""{"value":["o""", Encoding.UTF8.GetString(half));
        await Assert.ThrowsAsync<HttpIOException>(async () => await body.ReadExactlyAsync(new byte[1]));
    }

    [Fact]
    public async Task Slow_Call_HappensAtOnceAndIsAnsweredLate()
    {
        _hub.Options.Faults.Add(new FaultRule { Kind = FaultKind.Slow, Delay = TimeSpan.FromSeconds(40) });
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _hub.Options.Faults.Waiting = _ => waiting.TrySetResult();
        var call = _hub.GetAsync(Leads, "k2");
        await waiting.Task;

        Assert.Equal((1, false), (_reached, call.IsCompleted));
        await _clock.AdvanceAsync(TimeSpan.FromSeconds(40));

        using var answer = await call;
        Assert.Equal("""{"value":["one","two"]}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Switches_OverHttp_AreNeverFaultedThemselves()
    {
        using var rule = new StringContent("""{"route":"* *b2bconnector*","kind":"FailBefore","times":9}""", Encoding.UTF8, "application/json");
        using var added = await _hub.SendAsync(HttpMethod.Post, Switches, key: null, rule);
        _hub.Options.Faults.Script = _ => new FaultRule { Kind = FaultKind.Unavailable };

        using var connector = await _hub.GetAsync("/apim/b2bconnector/local/prospects");
        using var dataverse = await _hub.GetAsync(Leads, "k2");
        using var shown = await _hub.GetAsync(Switches, key: null);
        using var removed = await _hub.SendAsync(HttpMethod.Delete, Switches, key: null);
        using var again = await _hub.GetAsync(Leads, "k2");

        Assert.Equal([201, 500, 503, 200, 204, 200], new[] { added, connector, dataverse, shown, removed, again }.Select(answer => (int)answer.StatusCode));
        Assert.Equal(1, (int?)JObject.Parse(await shown.Content.ReadAsStringAsync()).SelectToken("value[0].hits"));
    }

    [Fact]
    public async Task Switches_InProduction_RefuseInWords()
    {
        await using var hub = new GatewayFixture { Options = { AllowFaults = false } };
        await hub.StartAsync();

        using var answer = await hub.GetAsync(Switches, key: null);
        using var call = await hub.GetAsync(Leads, "k2");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (answer.StatusCode, call.StatusCode));
        Assert.Contains("gateway: fault switches work in Development only", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_WithASwitchInProduction_IsRefused()
    {
        var options = new ApiHubOptions { AllowFaults = false };
        options.Faults.Add(new FaultRule { Kind = FaultKind.Slow });

        Assert.Contains("DOTNET_ENVIRONMENT=Development", Assert.Throws<ApiHubStartException>(() => ApiHubApp.Build(options)).Message);
    }

    private void Switch(FaultKind kind) => _hub.Options.Faults.Add(new FaultRule { Route = "GET */leads", Kind = kind });
}
