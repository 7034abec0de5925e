using B2BConnector.Emulation.Faults;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Modes;
using B2BConnector.Sandbox.Tests.Simulation;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Outages;

/// <summary>A system is away for longer than any retry of a step.</summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class LongOutageTests
{
    /// <summary>Sellers, the site and headquarters go on; only the Logic App reaches nothing in Dataverse, not even to write an issue.</summary>
    [Fact]
    public Task Dataverse_AwayForThreeHours_LosesNothing()
    {
        var faults = new FaultSwitches();
        return ModeSandbox.PlayAsync(hooks => hooks.Gateway += options => options.Faults = faults, async sandbox =>
        {
            var (won, lost, decided) = (await sandbox.ProspectAsync("us-01"), await sandbox.ProspectAsync("us-02"), await sandbox.ProspectAsync("nl-01"));
            foreach (var story in new[] { won, lost, decided })
            {
                await sandbox.LeadAsync(story);
            }

            await sandbox.QuietAsync();
            faults.Add(new FaultRule { Kind = FaultKind.Unavailable, Route = "/apim/commondataservice/*", Times = int.MaxValue });
            await sandbox.SellAsync(won, SellerAction.QualifyAndWin);
            await sandbox.SellAsync(lost, SellerAction.QualifyAndLose);
            await sandbox.DecideInHeadquartersAsync(decided, "Approved");
            var late = await sandbox.ProspectAsync("us-03");
            await sandbox.WaitAsync(TimeSpan.FromHours(3));
            var (undecided, unknown) = (await sandbox.FactsAsync(won), await sandbox.FactsAsync(late));
            Assert.Equal(("Pending", 0), (undecided.ProspectStatus, unknown.Leads));

            faults.Clear();
            await SettleAsync(sandbox);

            Assert.Equal(("Approved", "Approved", 1), await EndAsync(sandbox, won));
            Assert.Equal(("Rejected", "Rejected", 1), await EndAsync(sandbox, lost));
            Assert.Equal(("Approved", "Approved", 1), await EndAsync(sandbox, decided));
            Assert.Equal(("Pending", "Pending", 1), await EndAsync(sandbox, late));
        });
    }

    /// <summary>Reconcile finds what nobody wrote down; what was written down is set to Retry by a person.</summary>
    private static async Task SettleAsync(ModeSandbox sandbox)
    {
        var administrator = new SimulatedAdministrator(sandbox.Systems);
        do
        {
            await sandbox.WaitAsync(TimeSpan.FromMinutes(30));
            await sandbox.QuietAsync();
        }
        while (await administrator.LookAsync() > 0);
    }

    private static async Task<(string InCommerce, string InSales, int Leads)> EndAsync(ModeSandbox sandbox, Story story)
    {
        var facts = await sandbox.FactsAsync(story);
        Assert.Empty(facts.SyncIssues);
        return (facts.ProspectStatus, facts.MirroredStatus, facts.Leads);
    }
}
