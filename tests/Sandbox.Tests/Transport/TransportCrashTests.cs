using System.Globalization;
using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Crashes;
using B2BConnector.Sandbox.Tests.Support;
using Xunit.Abstractions;

namespace B2BConnector.Sandbox.Tests.Transport;

/// <summary>Without managed connections, too, the engine may die around any call.</summary>
[Collection(nameof(HostProcess))]
public sealed class TransportCrashTests(ITestOutputHelper output)
{
    [Fact]
    [Trait("Tier", "Long")]
    public async Task Crash_AroundTheApprovalOverHttp_EveryInvariantHolds()
    {
        var story = new CrashStory("won over plain HTTP", SellerAction.QualifyAndWin) { CloseAfter = TimeSpan.Zero, Variant = CrashVariant.OverHttp };
        var plan = new CrashPlan([story], point => point.Contains("decide-prospect/Approve_prospect", StringComparison.Ordinal));

        await PlayAsync(plan);

        Assert.True(plan.Covered >= 6, $"Died at {plan.Covered} points only.");
    }

    /// <summary>
    /// One story for each way it can end, around everything that the engine sends to change something: that is where the transports differ. What it commits
    /// in between is the same in both, and reads change nothing.
    /// </summary>
    [Fact]
    [Trait("Tier", "Crash")]
    public async Task Crash_AroundEveryWriteOfEachEndingOverHttp_EveryInvariantHolds()
    {
        var endings = new[] { "disqualified", "approved in headquarters", "won at once", "lost at once" };
        var plan = new CrashPlan(
            CrashStories.All.Where(story => endings.Contains(story.Name)).Select(story => story with { Variant = CrashVariant.OverHttp }),
            point => point.Contains(" call of ", StringComparison.Ordinal) && !point.EndsWith(" GET", StringComparison.Ordinal));
        var started = TimeProvider.System.GetTimestamp();

        await PlayAsync(plan);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"over HTTP: died at {plan.Covered} of {plan.Wanted} distinct points, {plan.Deaths} deaths in {plan.Rounds} stories, {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s"));

        // At least the lead, its customers, its status, the approval and the rejection, mostly before and after each.
        Assert.True(plan.Covered >= 12, $"Died at {plan.Covered} of {plan.Wanted} points only.");
    }

    private static async Task PlayAsync(CrashPlan plan)
    {
        for (var number = 1; plan.Next(variant: null, first: true) is { } recipe; number++)
        {
            await new CrashSandbox(SandboxServices.Runtime, plan, recipe.Story.Variant, number).PlayAsync(recipe);
        }

        Assert.True(plan.Failures.Count == 0, string.Join("\n", plan.Failures));
    }
}
