using System.Net;
using System.Text;
using B2BConnector.Emulation.Faults;
using B2BConnector.Emulators.Tests.Dataverse;

namespace B2BConnector.Emulators.Tests.Faults;

/// <summary>Each kind does to a new lead in Dataverse what its name says.</summary>
public sealed class DataverseFaultTests : IAsyncLifetime
{
    private const string Create = "POST /api/data/v9.2/leads";

    private readonly ManualClock _clock = new();
    private readonly FaultSwitches _faults = new();
    private readonly RequestLog _log = new();
    private DataverseHost _host = null!;

    public async Task InitializeAsync() =>
        _host = await DataverseHost.StartAsync(options => (options.Time, options.Faults, options.LoggerFactory) = (_clock, _faults, _log));

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task FailBefore_OfALead_Is500AndThereIsNone()
    {
        Switch(FaultKind.FailBefore);

        var answer = await PostAsync();

        answer.IsRefused(HttpStatusCode.InternalServerError, "0x80040216");
        Assert.Equal((0, (500, "SBX0601")), (await LeadsAsync(), await _log.NextAsync("POST")));
    }

    [Fact]
    public async Task FailAfter_OfALead_BreaksTheConnectionAndTheLeadIsThere()
    {
        Switch(FaultKind.FailAfter);

        await Assert.ThrowsAsync<HttpRequestException>(PostAsync);

        Assert.Equal((1, (204, "SBX0602")), (await LeadsAsync(), await _log.NextAsync("POST")));
    }

    [Fact]
    public async Task Throttle_OfALead_Is429AsServiceProtectionSaysIt()
    {
        Switch(FaultKind.Throttle);

        var answer = await PostAsync();

        answer.IsRefused(HttpStatusCode.TooManyRequests, "0x80072322");
        Assert.Equal("Number of requests exceeded the limit of 6000 over time window of 300 seconds.", answer.ErrorMessage);
        Assert.Equal("1", answer.Headers["Retry-After"]);
        Assert.Equal((0, (429, "SBX0603")), (await LeadsAsync(), await _log.NextAsync("POST")));
    }

    [Fact]
    public async Task Unavailable_OfALead_Is503WithAPage()
    {
        _faults.Add(new FaultRule { Route = Create, Kind = FaultKind.Unavailable, RetryAfter = TimeSpan.FromMinutes(1) });

        var answer = await PostAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "60"), (answer.Status, answer.Headers["Retry-After"]));
        Assert.Contains("<h1>Service Unavailable</h1>", answer.Text);
        Assert.Equal((0, (503, "SBX0604")), (await LeadsAsync(), await _log.NextAsync("POST")));
    }

    [Fact]
    public async Task Timeout_OfALead_AnswersNothingUntilTheCallerGivesUp()
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _faults.Waiting = change => waiting.TrySetResult();
        Switch(FaultKind.Timeout);
        using var http = new HttpClient();
        using var patience = new CancellationTokenSource();
        using var lead = new StringContent(Leads.Body(), Encoding.UTF8, "application/json");
        var call = http.PostAsync(new Uri(_host.Address, "/api/data/v9.2/leads"), lead, patience.Token);
        await waiting.Task;

        Assert.False(call.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal((0, (499, "SBX0605")), (await LeadsAsync(), await _log.NextAsync("POST")));
    }

    [Fact]
    public async Task Reset_OfAList_GivesHalfTheBodyThenBreaks()
    {
        Switch(FaultKind.Reset, "GET *leads");
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", "sandbox-seller");

        using var response = await http.GetAsync(new Uri(_host.Address, "/api/data/v9.2/leads?$select=subject"), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var start = new byte[16];
        await body.ReadExactlyAsync(start);

        Assert.Equal((HttpStatusCode.OK, "{\"@odata.context\""[..16]), (response.StatusCode, Encoding.UTF8.GetString(start)));
        await Assert.ThrowsAsync<HttpIOException>(() => body.CopyToAsync(Stream.Null));
        Assert.Equal((200, "SBX0606"), await _log.NextAsync("GET"));
    }

    [Fact]
    public async Task Slow_Lead_IsThereAtOnceAndAnsweredAfterFiveSeconds()
    {
        Switch(FaultKind.Slow);
        var call = PostAsync();
        await _clock.TimerAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(1, await LeadsAsync());
        await Leads.CreateAsync(_host.Seller, "P-000002");
        Assert.False(call.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(5));

        Assert.StartsWith(_host.Address + "api/data/v9.2/leads(", (await call).EntityId, StringComparison.Ordinal);
    }

    private void Switch(FaultKind kind, string route = Create) => _faults.Add(new FaultRule { Route = route, Kind = kind });

    private Task<Answer> PostAsync() => _host.Seller.PostAsync("leads", Leads.Body());

    private async Task<int> LeadsAsync() => (await _host.Seller.RowsAsync("leads?$select=leadid")).Count;
}
