using System.Globalization;
using B2BConnector.Host;
using B2BConnector.Sandbox.Tests.Support;
using Xunit.Abstractions;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>
/// The engine, and separately the connector, dies before and after every commit and every outgoing call; after each death the story goes on to
/// its end and every invariant holds. The points are those that the stories pass, not a list somebody keeps; that the stories pass every step of
/// the code is a test, too.
/// </summary>
/// <remarks>To look for a cause: CRASH_STORY plays only stories whose name begins so, CRASH_POINT only points that contain the text.</remarks>
[Collection(nameof(HostProcess))]
public sealed class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Crash_AroundTheApproval_EveryInvariantHolds()
    {
        var plan = new CrashPlan(CrashStories.All.Where(story => story.Name == "won at once"), point => point.Contains("decide-prospect/Approve_prospect", StringComparison.Ordinal));

        await PlayAsync(SandboxServices.Runtime, plan);

        Assert.True(plan.Failures.Count == 0, string.Join("\n", plan.Failures));
        Assert.True(plan.Covered >= 6, $"Died at {plan.Covered} points only.");
    }

    /// <summary>
    /// Without those where only a skipped action is noted: nobody waits for that, and it has its own test. Of the verification, which carries no
    /// prospect of anybody, only around what it writes.
    /// </summary>
    [Fact]
    [Trait("Tier", "Crash")]
    public async Task Crash_EveryPointOfTheEngine_EveryInvariantHolds()
    {
        var plan = await PlayAllAsync(SandboxServices.Runtime, point => !IsSkip(point) && (!IsOfVerification(point) || IsWriteOfVerification(point)));

        Complete([.. CodeSteps.OfWorkflows().Where(step => !plan.Points.Any(point => point.Contains(step, StringComparison.Ordinal)))]);
    }

    [Fact]
    [Trait("Tier", "Nightly")]
    public Task Crash_EverySkipOfTheEngine_EveryInvariantHolds() => PlayAllAsync(SandboxServices.Runtime, IsSkip);

    [Fact]
    [Trait("Tier", "Nightly")]
    public Task Crash_EveryPointOfTheVerification_EveryInvariantHolds() => PlayAllAsync(SandboxServices.Runtime, point => IsOfVerification(point) && !IsSkip(point));

    [Fact]
    [Trait("Tier", "Long")]
    public async Task Crash_EveryPointOfTheConnector_EveryInvariantHolds()
    {
        var plan = await PlayAllAsync(SandboxServices.Connector, _ => true);

        Complete([.. CodeSteps.OfConnector().Except(plan.Called)]);
    }

    private static bool IsSkip(string point) => point.Contains("action ", StringComparison.Ordinal) && point.EndsWith(" Skipped", StringComparison.Ordinal);

    private static bool IsOfVerification(string point) => point.Contains("verify-installation", StringComparison.Ordinal);

    private static bool IsWriteOfVerification(string point) =>
        new[] { "Submit_test_request", "Disqualify_test_lead", "Reject_test_prospect" }.Any(write => point.Contains($"verify-installation/{write}", StringComparison.Ordinal));

    /// <summary>A part is played to look for a cause: it passes few steps, and rare points weigh more in it.</summary>
    private static bool IsPart => Environment.GetEnvironmentVariable("CRASH_STORY") is not null || Environment.GetEnvironmentVariable("CRASH_POINT") is not null;

    private static void Complete(IReadOnlyCollection<string> missing) =>
        Assert.True(missing.Count == 0 || IsPart, $"No story of CrashStories passes: {string.Join(", ", missing)}. Add one that does.");

    private async Task<CrashPlan> PlayAllAsync(SandboxServices victim, Func<string, bool> wanted)
    {
        var stories = CrashStories.All.Where(story => story.Name.StartsWith(Environment.GetEnvironmentVariable("CRASH_STORY") ?? "", StringComparison.Ordinal)).ToList();
        var only = Environment.GetEnvironmentVariable("CRASH_POINT") ?? "";
        var plan = new CrashPlan(stories, point => wanted(point) && point.Contains(only, StringComparison.OrdinalIgnoreCase));
        var started = TimeProvider.System.GetTimestamp();
        var sandboxes = await PlayAsync(victim, plan);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{victim}: died at {plan.Covered} of {plan.Wanted} distinct points, {plan.Points.Count} known ({plan.Occurrences} passages in {stories.Count} stories), {plan.Deaths} deaths in {plan.Rounds} stories and {sandboxes} sandboxes, {TimeProvider.System.GetElapsedTime(started).TotalSeconds:0} s, processor time of this process {Environment.CpuUsage.TotalTime.TotalSeconds:0} s"));
        plan.Uncovered.ToList().ForEach(point => output.WriteLine("not reached: " + point));
        Assert.True(plan.Failures.Count == 0, string.Join("\n", plan.Failures));

        // Who of two is first is no choice of ours: a point that needs a rare order may be passed once and not again. A step may not.
        var steps = plan.Points.Where(plan.IsWanted).SelectMany(CrashPoint.StepsOf).ToHashSet(StringComparer.Ordinal);
        steps.ExceptWith(plan.DiedAt.SelectMany(CrashPoint.StepsOf));
        Assert.True(steps.Count == 0, $"The process never died at: {string.Join(", ", steps)}");
        Assert.True(IsPart || plan.Covered >= plan.Wanted * 0.97, $"The process died at {plan.Covered} of {plan.Wanted} points only.");
        return plan;
    }

    /// <summary>One sandbox at a time: functions of a workflow project read their settings from the environment of the process.</summary>
    private static async Task<int> PlayAsync(SandboxServices victim, CrashPlan plan)
    {
        var sandboxes = 0;
        while (plan.Next(variant: null, first: true) is { } recipe)
        {
            await new CrashSandbox(victim, plan, recipe.Story.Variant, ++sandboxes).PlayAsync(recipe);
        }

        return sandboxes;
    }
}
