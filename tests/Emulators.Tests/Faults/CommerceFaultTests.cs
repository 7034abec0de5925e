using System.Net;
using System.Net.Http.Headers;
using B2BConnector.Emulation.Faults;
using B2BConnector.Emulators.Tests.Commerce;
using B2BConnector.Emulators.Tests.Dataverse;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Faults;

/// <summary>Each kind does to a decision in Commerce what its name says.</summary>
public sealed class CommerceFaultTests : IAsyncLifetime
{
    private readonly ManualClock _clock = new();
    private readonly FaultSwitches _faults = new();
    private readonly RequestLog _log = new();
    private CommerceSandbox _sandbox = null!;
    private string _prospect = "";

    public async Task InitializeAsync()
    {
        _sandbox = await CommerceSandbox.StartAsync(options => (options.Time, options.Faults, options.LoggerFactory) = (_clock, _faults, _log));
        _prospect = await _sandbox.PendingAsync();
    }

    public async Task DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _log.Dispose();
    }

    [Fact]
    public async Task FailBefore_OfAnApproval_Is500AndNothingHappened()
    {
        Switch(FaultKind.FailBefore);

        var (status, body, _) = await ApproveAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Contains("before anything happened", (string?)body.SelectToken("error.innererror.message"));
        Assert.Equal("Pending", await StatusAsync());
        Assert.Equal((500, "SBX0601"), await _log.NextAsync("PATCH"));
    }

    [Fact]
    public async Task FailAfter_OfAnApproval_BreaksTheConnectionAndTheProspectIsApproved()
    {
        Switch(FaultKind.FailAfter);

        await Assert.ThrowsAsync<HttpRequestException>(ApproveAsync);

        Assert.Equal("Approved", await StatusAsync());
        Assert.Equal((204, "SBX0602"), await _log.NextAsync("PATCH"));
    }

    [Fact]
    public async Task FailAfter_OfARequestWithoutBodyOnAKeptConnection_IsSeenByTheCaller()
    {
        await StatusAsync();
        Switch(FaultKind.FailAfter, "POST /jobs/*");

        await Assert.ThrowsAsync<HttpRequestException>(() => _sandbox.RunAsync("P-0001"));

        Assert.Equal(1, _faults.Injected[FaultKind.FailAfter]);
    }

    [Fact]
    public async Task Throttle_OfAnApproval_Is429WithRetryAfterInTheShapeOfFinanceAndOperations()
    {
        _faults.Add(new FaultRule { Route = "PATCH *", Kind = FaultKind.Throttle, RetryAfter = TimeSpan.FromSeconds(16.2) });

        var (status, body, response) = await ApproveAsync();

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(17)), (status, response.Headers.RetryAfter!.Delta));
        Assert.Equal("", (string?)body["error"]!["code"]);
        Assert.Equal("Pending", await StatusAsync());
        Assert.Equal((429, "SBX0603"), await _log.NextAsync("PATCH"));
    }

    [Fact]
    public async Task Unavailable_OfAnApproval_Is503WithAPage()
    {
        Switch(FaultKind.Unavailable);

        var (status, _, response) = await ApproveAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html", null), (status, response.Content.Headers.ContentType!.MediaType, response.Headers.RetryAfter));
        Assert.StartsWith("<!DOCTYPE html>", await response.Content.ReadAsStringAsync());
        Assert.Equal("Pending", await StatusAsync());
        Assert.Equal((503, "SBX0604"), await _log.NextAsync("PATCH"));
    }

    [Fact]
    public async Task Timeout_OfAnApproval_AnswersNothingUntilTheCallerGivesUp()
    {
        Switch(FaultKind.Timeout);
        var arrived = Arrival("PATCH");
        using var patience = new CancellationTokenSource();
        var call = ApproveAsync(patience.Token);
        await arrived;

        Assert.Equal("Pending", await StatusAsync());
        Assert.False(call.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal((499, "SBX0605"), await _log.NextAsync("PATCH"));
        Assert.Equal("Pending", await StatusAsync());
    }

    [Fact]
    public async Task Timeout_WithADelay_CutsTheConnectionThen()
    {
        _faults.Add(new FaultRule { Route = "PATCH *", Kind = FaultKind.Timeout, Delay = TimeSpan.FromMinutes(2) });
        var call = ApproveAsync();
        await _clock.TimerAsync(TimeSpan.FromMinutes(2));

        _clock.Advance(TimeSpan.FromMinutes(2));

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
        Assert.Equal(("Pending", (499, "SBX0605")), (await StatusAsync(), await _log.NextAsync("PATCH")));
    }

    [Fact]
    public async Task Reset_OfARead_GivesHalfTheBodyThenBreaks()
    {
        var whole = await _sandbox.Client.GetByteArrayAsync(CommerceSandbox.Key(_prospect));
        Switch(FaultKind.Reset, "GET /data/Prospects*");

        using var response = await _sandbox.Client.GetAsync(CommerceSandbox.Key(_prospect), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var half = new byte[(whole.Length + 1) / 2];
        await body.ReadExactlyAsync(half);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(whole[..half.Length], half);
        await Assert.ThrowsAsync<HttpIOException>(async () => await body.ReadExactlyAsync(new byte[1]));
    }

    [Fact]
    public async Task Reset_OfAnApproval_HasNoBodyToBreakInAndBreaksBeforeIt()
    {
        Switch(FaultKind.Reset);

        await Assert.ThrowsAsync<HttpRequestException>(ApproveAsync);

        Assert.Equal("Approved", await StatusAsync());
        Assert.Equal((204, "SBX0606"), await _log.NextAsync("PATCH"));
    }

    [Fact]
    public async Task Slow_Approval_HappensAtOnceAndIsAnsweredLate()
    {
        _faults.Add(new FaultRule { Route = "PATCH *", Kind = FaultKind.Slow, Delay = TimeSpan.FromSeconds(90) });
        var call = ApproveAsync();
        await _clock.TimerAsync(TimeSpan.FromSeconds(90));

        Assert.Equal("Approved", await StatusAsync());
        await _sandbox.PendingAsync(Forms.Full(email: "slow@example.com"));
        Assert.False(call.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(90));

        Assert.Equal(HttpStatusCode.NoContent, (await call).Status);
    }

    [Fact]
    public async Task Fault_OfACallWithoutIdentity_ComesBeforeTheQuestionWhoCalls()
    {
        Switch(FaultKind.FailBefore);
        _sandbox.Client.DefaultRequestHeaders.Authorization = null;
        var (first, _, _) = await ApproveAsync();
        var (second, _, _) = await ApproveAsync();
        _sandbox.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sandbox-administrator");

        Assert.Equal((HttpStatusCode.InternalServerError, HttpStatusCode.Unauthorized), (first, second));
    }

    [Fact]
    public async Task Stop_WhileARequestHangs_IsNotHeldUp()
    {
        Switch(FaultKind.Timeout);
        var arrived = Arrival("PATCH");
        var call = ApproveAsync();
        await arrived;

        await _sandbox.StopAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
    }

    private async Task<string> StatusAsync() => (string)(await _sandbox.ProspectAsync(_prospect))["B2BProspectStatus"]!;

    private Task Arrival(string method)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _faults.Script = request =>
        {
            if (request.Method == method) arrived.TrySetResult();
            return null;
        };
        return arrived.Task;
    }

    private void Switch(FaultKind kind, string route = "PATCH /data/Prospects(*)") => _faults.Add(new FaultRule { Route = route, Kind = kind });

    private Task<(HttpStatusCode Status, JObject Body, HttpResponseMessage Response)> ApproveAsync() => ApproveAsync(CancellationToken.None);

    private Task<(HttpStatusCode Status, JObject Body, HttpResponseMessage Response)> ApproveAsync(CancellationToken stop) =>
        _sandbox.SendAsync(HttpMethod.Patch, CommerceSandbox.Key(_prospect), new JObject { ["B2BProspectStatus"] = "Approved" }, stop);
}
