using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Workflows.Tests.Crashes;
using B2BConnector.Workflows.Tests.Support;

namespace B2BConnector.Workflows.Tests.Transport;

/// <summary>Without managed connections, too, the engine may die around any call.</summary>
[Collection(nameof(HostProcess))]
public sealed class TransportCrashTests
{
    [Fact]
    [Trait("Tier", "Long")]
    public async Task Crash_AroundTheApprovalOverHttp_EveryInvariantHolds()
    {
        var story = new CrashStory("won over plain HTTP", SellerAction.QualifyAndWin) { CloseAfter = TimeSpan.Zero, Variant = CrashVariant.OverHttp };
        var plan = new CrashPlan([story], point => point.Contains("decide-prospect/Approve_prospect", StringComparison.Ordinal));

        for (var number = 1; plan.Next(variant: null, first: true) is { } recipe; number++)
        {
            await new CrashSandbox(SandboxServices.Runtime, plan, recipe.Story.Variant, number).PlayAsync(recipe);
        }

        Assert.True(plan.Failures.Count == 0, string.Join("\n", plan.Failures));
        Assert.True(plan.Covered >= 6, $"Died at {plan.Covered} points only.");
    }
}
