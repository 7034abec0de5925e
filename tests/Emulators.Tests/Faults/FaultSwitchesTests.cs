using B2BConnector.Emulation.Faults;

namespace B2BConnector.Emulators.Tests.Faults;

/// <summary>Which requests a switch hits, and what it counts.</summary>
public sealed class FaultSwitchesTests
{
    private readonly FaultSwitches _switches = new();

    [Theory]
    [InlineData("*", true)]
    [InlineData("PATCH *", true)]
    [InlineData("patch /DATA/prospects(*)", true)]
    [InlineData("/data/*", true)]
    [InlineData("* /data/*ProspectId='000123')", true)]
    [InlineData("PATCH /data/Prospects(dataAreaId='usrt',ProspectId='000123')", true)]
    [InlineData("P* *'usrt'*'000123'*", true)]
    [InlineData("GET *", false)]
    [InlineData("PATCH /data/Prospects", false)]
    [InlineData("PATCH /data/Customers*", false)]
    [InlineData("PATCH /data*data/Prospects*", false)]
    public void Route_WithStars_FitsOrNot(string route, bool fits)
    {
        _switches.Add(new FaultRule { Route = route, Kind = FaultKind.FailBefore });

        Assert.Equal(fits, Decide("PATCH", "/data/Prospects(dataAreaId='usrt',ProspectId='000123')") is not null);
    }

    [Theory]
    [InlineData("000123", true)]
    [InlineData("Cross-Company", true)]
    [InlineData("000124", false)]
    public void Contains_Text_IsLookedForInPathAndQuery(string text, bool fits)
    {
        _switches.Add(new FaultRule { Kind = FaultKind.FailBefore, Contains = text });

        Assert.Equal(fits, Decide("GET", "/data/Prospects('000123')", "cross-company=true") is not null);
    }

    [Fact]
    public void SkipAndTimes_OverFiveRequests_HitTheMiddleOnes()
    {
        _switches.Add(new FaultRule { Route = "GET /a", Kind = FaultKind.Slow, Skip = 1, Times = 2 });

        var hits = Enumerable.Range(0, 5).Select(_ => Decide("GET", "/a") is not null);

        Assert.Equal([false, true, true, false, false], hits);
        Assert.Equal((3, 2, 2), (_switches.Rules.Single().Matched, _switches.Rules.Single().Hits, _switches.Injected[FaultKind.Slow]));
        Assert.Equal(2, _switches.Injected.Values.Sum());
    }

    [Fact]
    public void Script_BesideARule_SeesEveryRequestAndYieldsToTheRule()
    {
        var seen = new List<FaultRequest>();
        _switches.Script = request =>
        {
            seen.Add(request);
            return request.Method == "POST" ? new FaultRule { Kind = FaultKind.FailAfter } : null;
        };
        _switches.Add(new FaultRule { Kind = FaultKind.Throttle });

        var kinds = new[] { "POST", "GET", "POST" }.Select(method => Decide(method, "/a", "b=c")?.Kind);

        Assert.Equal([FaultKind.Throttle, null, FaultKind.FailAfter], kinds);
        Assert.Equal(new FaultRequest("Test", 3, "POST", "/a", "b=c", "sandbox-seller"), seen[2]);
        Assert.Equal((1, 1), (_switches.Injected[FaultKind.Throttle], _switches.Injected[FaultKind.FailAfter]));
    }

    [Fact]
    public void Clear_WithARuleAndAScript_LetsEverythingThrough()
    {
        _switches.Add(new FaultRule { Kind = FaultKind.Timeout, Times = 9 });
        _switches.Script = _ => new FaultRule { Kind = FaultKind.Reset };
        Decide("GET", "/a");

        _switches.Clear();

        Assert.Null(Decide("GET", "/a"));
        Assert.Empty(_switches.Rules);
        Assert.Equal(1, _switches.Injected[FaultKind.Timeout]);
    }

    [Fact]
    public void Add_RuleThatMakesNoSense_SaysEverythingThatIsWrong()
    {
        var rule = new FaultRule { Route = "data", Kind = (FaultKind)99, Times = 0, Skip = -1, Delay = TimeSpan.FromDays(8) };

        var refused = Assert.Throws<ArgumentException>(() => _switches.Add(rule));

        Assert.All(["'data'", "no kind 99", "times is 0", "skip is -1", "seven days"], part => Assert.Contains(part, refused.Message));
        Assert.Empty(_switches.Rules);
    }

    private FaultRule? Decide(string method, string path, string query = "") => _switches.Decide("Test", method, path, query, "sandbox-seller");
}
