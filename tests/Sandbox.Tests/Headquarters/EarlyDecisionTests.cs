using B2BConnector.Sandbox.Tests.Modes;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Headquarters;

/// <summary>Headquarters decides before Sales has heard of the prospect: there is nothing left to decide.</summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class EarlyDecisionTests
{
    [Theory]
    [InlineData("Approved")]
    [InlineData("Rejected")]
    public Task Prospect_DecidedBeforeItsLead_GetsNone(string status) => ModeSandbox.PlayAsync(_ => { }, async sandbox =>
    {
        await sandbox.QuietAsync();
        var story = await sandbox.ProspectAsync("us-01");
        await sandbox.DecideInHeadquartersAsync(story, status);

        await sandbox.WaitAsync(TimeSpan.FromHours(1));
        await sandbox.QuietAsync();

        var facts = await sandbox.FactsAsync(story);
        Assert.Equal((status, 0), (facts.ProspectStatus, facts.Leads));
        Assert.Empty(await sandbox.IssuesAsync(story));
    });
}
