using System.Net;
using System.Text;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Onboarding;

/// <summary>
/// A request that was cut off between its write and the record of its answer. A crash is played by what it leaves behind: the files of
/// the store as they were at that moment, opened by another connector.
/// </summary>
public sealed class UnfinishedAttemptTests : IDisposable
{
    private const string Path = "/onboarding-requests";
    private const string Body = """{"legalEntity":"usrt","firstName":"Zoë","lastName":"Ångström","email":"Zoe@Nordwind.example","companyName":"Nordwind"}""";
    private readonly FakeCommerce _commerce = new();
    private readonly FakeScaleUnit _scaleUnit;
    private readonly ManualTime _time = new();
    private readonly string _killed = Directory.CreateTempSubdirectory("connector-killed-").FullName;

    public UnfinishedAttemptTests() => _scaleUnit = new FakeScaleUnit(_commerce);

    public void Dispose() => Directory.Delete(_killed, recursive: true);

    [Theory]
    [InlineData("Prospects", false)]
    [InlineData("ScaleUnit", true)]
    [InlineData("ScaleUnit", false)]
    public async Task Crash_BetweenAnswerAndRecord_LeavesOneProspect(string route, bool knowsToken)
    {
        await using var again = await CrashAfterTheWriteAsync(route, knowsToken);
        _scaleUnit.RunJobs();

        using var response = await SubmitAsync(again);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        _scaleUnit.RunJobs();
        Assert.Single(_commerce.Tables.Of("Prospects"));
        using var third = await SubmitAsync(again);
        Assert.Equal(await response.Content.ReadAsStringAsync(), await third.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Crash_ScaleUnitThatKnowsTheToken_GivesTheFirstConfirmationAgain()
    {
        await using var again = await CrashAfterTheWriteAsync("ScaleUnit", knowsToken: true);

        using var response = await SubmitAsync(again);

        Assert.Equal(_scaleUnit.Confirmations.Single(), (await TestConnector.JsonAsync(response))["confirmationId"]!.GetValue<string>());
    }

    [Fact]
    public async Task Crash_RequestStillInTheChannel_WaitsForTheJobs()
    {
        await using var again = await CrashAfterTheWriteAsync("ScaleUnit", knowsToken: false);

        using var tooEarly = await SubmitAsync(again);
        Assert.Equal("409 attempt_unfinished", await TestConnector.ErrorAsync(tooEarly));
        Assert.InRange(tooEarly.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromHours(1) - StoreUnderTest.Current.LeftLease, TimeSpan.FromHours(1));
        _scaleUnit.RunJobs();
        using var response = await SubmitAsync(again);

        Assert.Equal("P-1", (await TestConnector.JsonAsync(response))["prospectId"]!.GetValue<string>());
        Assert.Single(_scaleUnit.Confirmations);
    }

    [Fact]
    public async Task Crash_BeforeTheWrite_SubmitsOnceTheJobsWouldHaveRun()
    {
        await using var again = await CrashAsync("ScaleUnit", knowsToken: false, afterTheWrite: false);
        _time.Advance(TimeSpan.FromHours(1));

        using var response = await SubmitAsync(again);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Single(_scaleUnit.Confirmations);
    }

    [Fact]
    public async Task Crash_OfTheRepetitionToo_WaitsAnew()
    {
        await using var again = await CrashAsync("ScaleUnit", knowsToken: false, afterTheWrite: false);
        _time.Advance(TimeSpan.FromHours(1));
        _commerce.After = LoseAnswer;
        Assert.Equal("503 commerce_cut_off", await TestConnector.ErrorAsync(await SubmitAsync(again)));
        _commerce.After = null;

        Assert.Equal("409 attempt_unfinished", await TestConnector.ErrorAsync(await SubmitAsync(again)));
        Assert.Single(_scaleUnit.Confirmations);
    }

    [Fact]
    public async Task Crash_PartnerAskedBeforeAlready_IsNotTakenForTheOlderRequest()
    {
        var older = _commerce.Tables.AddProspect("P-old");
        older["PrimaryEmailAddress"] = "zoe@nordwind.example";
        older["CompanyName"] = "Nordwind";
        await using var again = await CrashAfterTheWriteAsync("Prospects", knowsToken: false);

        using var response = await SubmitAsync(again);

        Assert.NotEqual("P-old", (await TestConnector.JsonAsync(response))["prospectId"]!.GetValue<string>());
        Assert.Equal(2, _commerce.Tables.Of("Prospects").Count);
    }

    [Fact]
    public async Task LostAnswer_RepeatedUnderTheSameKey_IsOneRequest()
    {
        await using var connector = await StartAsync("ScaleUnit", knowsToken: true);
        _commerce.After = LoseAnswer;
        Assert.Equal("503 commerce_cut_off", await TestConnector.ErrorAsync(await SubmitAsync(connector)));
        _commerce.After = null;

        using var response = await SubmitAsync(connector);

        Assert.Equal(_scaleUnit.Confirmations.Single(), (await TestConnector.JsonAsync(response))["confirmationId"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Prospects")]
    [InlineData("ScaleUnit")]
    public async Task LostAnswer_WithoutAKey_IsNotToBeRepeatedBlindly(string route)
    {
        await using var connector = await StartAsync(route, knowsToken: true);
        _commerce.Before = request => request.Method == HttpMethod.Post ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : null;

        Assert.Equal("409 outcome_unknown", await TestConnector.ErrorAsync(await connector.PostAsync(Path, Body)));
    }

    [Fact]
    public async Task UnfinishedAttempt_KeyUsedForAnotherRequest_IsRefused()
    {
        await using var connector = await StartAsync("ScaleUnit", knowsToken: true);
        _commerce.After = LoseAnswer;
        await SubmitAsync(connector);
        _commerce.After = null;

        Assert.Equal("409 idempotency_key_reused", await TestConnector.ErrorAsync(await SubmitAsync(connector, Body.Replace("Nordwind\"", "Südwind\"", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Refusal_ByTheScaleUnit_LeavesNoAttempt()
    {
        await using var connector = await StartAsync("ScaleUnit", knowsToken: false);
        _commerce.Before = request => request.Method == HttpMethod.Post ? FakeCommerce.Status(400) : null;
        Assert.Equal("422 commerce_refused", await TestConnector.ErrorAsync(await SubmitAsync(connector)));
        _commerce.Before = null;

        using var response = await SubmitAsync(connector, Body.Replace("Nordwind\"", "Südwind\"", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Theory]
    [InlineData("Prospects")]
    [InlineData("ScaleUnit")]
    public async Task TwoCalls_AtTheSameTimeUnderOneKey_AreOneRequest(string route)
    {
        await using var connector = await StartAsync(route, knowsToken: false);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _commerce.Gate = request =>
        {
            if (request.Method != HttpMethod.Post)
            {
                return Task.CompletedTask;
            }

            arrived.TrySetResult();
            return released.Task;
        };
        var first = SubmitAsync(connector);
        await arrived.Task;

        Assert.Equal("409 in_progress", await TestConnector.ErrorAsync(await SubmitAsync(connector)));
        released.SetResult();
        using var answered = await first;
        using var second = await SubmitAsync(connector);

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await answered.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Single(_commerce.Writes);
    }

    private static async Task<HttpResponseMessage> SubmitAsync(TestConnector connector, string body = Body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", "form-1");
        return await connector.Client.SendAsync(request);
    }

    private static HttpResponseMessage? LoseAnswer(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post ? throw new HttpRequestException(HttpRequestError.ResponseEnded) : null;

    private Task<TestConnector> CrashAfterTheWriteAsync(string route, bool knowsToken) => CrashAsync(route, knowsToken, afterTheWrite: true);

    /// <summary>A connector on what another one left that was killed just before or just after its write.</summary>
    private async Task<TestConnector> CrashAsync(string route, bool knowsToken, bool afterTheWrite)
    {
        var store = StoreUnderTest.Current;
        await using (var first = await StartAsync(route, knowsToken))
        {
            async Task DieAsync(HttpRequestMessage request)
            {
                if (request.Method == HttpMethod.Post)
                {
                    await store.CopyAsync(first.Folder, _killed);
                    throw new HttpRequestException(HttpRequestError.ResponseEnded);
                }
            }

            _commerce.Gate = afterTheWrite ? null : DieAsync;
            _commerce.Done = afterTheWrite ? DieAsync : null;
            (await SubmitAsync(first)).Dispose();
        }

        (_commerce.Gate, _commerce.Done) = (null, null);

        var again = await StartAsync(route, knowsToken, _killed);

        _time.Advance(store.LeftLease);
        return again;
    }

    private Task<TestConnector> StartAsync(string route, bool knowsToken, string? folder = null)
    {
        _scaleUnit.KnowsToken = knowsToken;
        return TestConnector.StartAsync(
            new()
            {
                ["Onboarding:Route"] = route,
                ["Onboarding:Path"] = FakeScaleUnit.Path,
                ["Onboarding:ScaleUnitKnowsToken"] = knowsToken ? "true" : "false",
                ["Commerce:ScaleUnitUrl"] = "https://scale.contoso.example",
            },
            commerce: _commerce,
            time: _time,
            folder: folder);
    }
}
