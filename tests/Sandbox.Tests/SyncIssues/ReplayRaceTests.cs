using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.SyncIssues;

/// <summary>
/// A person, the replay and a run that fails late write the same issue, in every order that loses something if the last one simply wins. Whatever
/// the order: the decision is mirrored, or an issue is open; and one Retry more ends the story.
/// </summary>
[Collection(nameof(HostProcess))]
public sealed class ReplayRaceTests
{
    /// <summary>Decide-prospect, for one, answers before it has done everything: what fails after that must not be closed by the replay it answered.</summary>
    [Fact]
    public async Task Close_ARunFailedMeanwhile_LeavesItsIssueOpen()
    {
        await using var race = new IssueRace();
        await race.PlayAsync(async () =>
        {
            await race.FailMirrorAsync();
            race.Mend();
            race.Fail(IssueRace.IsWriteOfReplay);
            await race.RetryAsync();
            await race.UntilHitAsync();

            await race.FailAgainAsync("Failed meanwhile.");
            race.Mend();
            await race.WaitAsync(TimeSpan.FromMinutes(3));

            var issue = await race.IssueAsync();
            Assert.Equal((IssueRace.Open, "Failed meanwhile."), ((int)issue["b2b_status"]!, (string?)issue["b2b_reason"]));
            Assert.True(await race.IsMirroredAsync());
            await EndsAsync(race);
        });
    }

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Reopen_APersonRetriedMeanwhileAndItIsDone_LeavesTheIssueSolved()
    {
        await using var race = new IssueRace();
        await race.PlayAsync(async () =>
        {
            await race.FailMirrorAsync();
            race.Fail(IssueRace.IsWriteOfReplay);
            await race.RetryAsync();
            await race.UntilHitAsync();
            await race.UntilAsync(issue => (int)issue["b2b_attempts"]! == 2);

            race.Mend();
            await race.RetryAsync();
            await race.WaitAsync(TimeSpan.FromMinutes(3));

            Assert.True(await race.IsMirroredAsync());
            Assert.Equal(IssueRace.Solved, (int)(await race.IssueAsync())["b2b_status"]!);
        });
    }

    /// <summary>The failing run writes its issue over the Retry: before the replay looks, and after it is through.</summary>
    [Theory]
    [Trait("Tier", "Long")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Write_APersonRetriedMeanwhile_LeavesTheIssueOpenOrTheDecisionMirrored(bool replayLooksLater)
    {
        await using var race = new IssueRace();
        await race.PlayAsync(async () =>
        {
            await race.FailMirrorAsync();
            race.Fail(IssueRace.IsWriteOfStep);
            await race.RetryAsync();
            await race.UntilHitAsync();
            await race.UntilAsync(issue => (int)issue["b2b_status"]! == IssueRace.Open);

            race.Mend();
            race.Fail(request => replayLooksLater && IssueRace.IsReadOfReplay(request));
            await race.RetryAsync();
            await race.UntilAsync(issue => (int)issue["b2b_attempts"]! == 2);
            race.Mend();
            await race.WaitAsync(TimeSpan.FromMinutes(3));

            var issue = await race.IssueAsync();
            Assert.Equal(IssueRace.Open, (int)issue["b2b_status"]!);
            Assert.Equal(!replayLooksLater, await race.IsMirroredAsync());
            await EndsAsync(race);
        });
    }

    private static async Task EndsAsync(IssueRace race)
    {
        await race.RetryAsync();
        await race.WaitAsync(TimeSpan.FromMinutes(3));
        Assert.Equal(IssueRace.Solved, (int)(await race.IssueAsync())["b2b_status"]!);
        Assert.True(await race.IsMirroredAsync());
    }
}
