using B2BConnector.Commerce;
using B2BConnector.Host;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace B2BConnector.Sandbox.Tests.Modes;

/// <summary>
/// No document says which customers an approval takes over. Whatever Commerce does, a partner ends with one set of customers, or a
/// person reads why not.
/// </summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class CustomerAdoptionTests
{
    [Fact]
    public Task AdoptByParty_Won_IsOneSetOfCustomers() => ModeSandbox.PlayAsync(Commerce(CustomerAdoption.ByParty), async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");

        await sandbox.ActAsync(story, SellerAction.QualifyAndWin);

        await AssertOneSetAsync(sandbox, story);
    });

    [Fact]
    public Task AdoptByParty_EmailOfAnotherParty_IsDoubledByCommerceAndSaidUntilMerged() => ModeSandbox.PlayAsync(Commerce(CustomerAdoption.ByParty), async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        var known = await KnownPersonAsync(sandbox, story);

        await sandbox.ActAsync(story, SellerAction.QualifyAndWin);

        var issue = Assert.Single(await sandbox.IssuesAsync(story));
        Assert.Contains($"2 customers of type person have its e-mail address now: {known}, ", (string)issue["b2b_reason"]!, StringComparison.Ordinal);
        Assert.Contains("Release approvals", (string)issue["b2b_remedy"]!, StringComparison.Ordinal);
        Assert.Equal("Pending", (await sandbox.FactsAsync(story)).MirroredStatus);

        await sandbox.Systems.Headquarters.PatchAsync(
            $"/data/CustomersV3(dataAreaId='usrt',CustomerAccount='{known}')?cross-company=true",
            new System.Text.Json.Nodes.JsonObject { ["PrimaryContactEmail"] = "old@harborviewsupply.example" },
            CancellationToken.None);
        await sandbox.RetryAsync(issue);

        Assert.Empty(await sandbox.IssuesAsync(story));
        Assert.Equal("Approved", (await sandbox.FactsAsync(story)).MirroredStatus);
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task AdoptByEmail_Won_IsOneSetOfCustomers(bool knownBefore) => ModeSandbox.PlayAsync(Commerce(CustomerAdoption.ByEmail), async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");
        var known = knownBefore ? await KnownPersonAsync(sandbox, story) : null;

        await sandbox.ActAsync(story, SellerAction.QualifyAndWin);

        var person = await AssertOneSetAsync(sandbox, story);
        Assert.Equal(known ?? person, person);
    });

    [Fact]
    public Task AlwaysCreate_CommerceMakesTheCustomers_IsOneSetOfCustomers() => ModeSandbox.PlayAsync(
        hooks =>
        {
            Commerce(CustomerAdoption.AlwaysCreate)(hooks);
            hooks.Connector = connector => connector.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Customers:Creation"] = "OnApproval" });
        },
        async sandbox =>
        {
            var story = await sandbox.ProspectAsync("us-01");

            await sandbox.ActAsync(story, SellerAction.QualifyAndWin);

            await AssertOneSetAsync(sandbox, story);
        });

    [Fact]
    public Task AlwaysCreate_CustomersMadeBefore_IsRefusedInWordsAndDoublesNothing() => ModeSandbox.PlayAsync(Commerce(CustomerAdoption.AlwaysCreate), async sandbox =>
    {
        var story = await sandbox.ProspectAsync("us-01");

        await sandbox.ActAsync(story, SellerAction.QualifyAndWin);

        var facts = await sandbox.FactsAsync(story);
        Assert.Equal(("Pending", 1, 1, 0), (facts.ProspectStatus, facts.Organizations.Count, facts.Persons.Count, facts.Hierarchies.Count));
        var issue = Assert.Single(await sandbox.IssuesAsync(story));
        Assert.Contains("Commerce refused to write this", (string)issue["b2b_reason"]!, StringComparison.Ordinal);
        Assert.Contains("the failed action of the run shows its words", (string)issue["b2b_remedy"]!, StringComparison.Ordinal);
    });

    /// <summary>Dual-write makes the customers here: without its maps they come from somebody else, later.</summary>
    [Fact]
    public Task AdoptOnly_CustomersComeLater_IsSaidAndThenAdopted() => ModeSandbox.PlayAsync(
        hooks => hooks.Connector += connector => connector.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Customers:Creation"] = "AdoptOnly" }),
        async sandbox =>
        {
            var story = await sandbox.ProspectAsync("us-01");
            await sandbox.LeadAsync(story);
            await sandbox.QualifyAsync(story);

            var issue = Assert.Single(await sandbox.IssuesAsync(story));
            Assert.Equal("ensure-customers", (string?)issue["b2b_step"]);
            Assert.Contains("organization customer", (string)issue["b2b_reason"]!, StringComparison.Ordinal);
            var facts = await sandbox.FactsAsync(story);
            Assert.Equal(("Pending", 0, 0), (facts.ProspectStatus, facts.Organizations.Count, facts.Persons.Count));

            await sandbox.CustomerAsync(story.LegalEntity!, ("PartyType", "Organization"), ("OrganizationName", story.Sample.Company));
            var person = await KnownPersonAsync(sandbox, story);
            await sandbox.RetryAsync(issue);
            await sandbox.ActAsync(story, SellerAction.QualifyAndWin);

            Assert.Equal(person, await AssertOneSetAsync(sandbox, story));
        });

    private static Action<SandboxHooks> Commerce(CustomerAdoption adoption) => hooks => hooks.Commerce = commerce => commerce.AdoptExistingCustomers = adoption;

    /// <summary>A person with the requester's e-mail address and a party of its own.</summary>
    private static async Task<string> KnownPersonAsync(ModeSandbox sandbox, Story story) => (string)(await sandbox.CustomerAsync(
        story.LegalEntity!, ("PartyType", "Person"), ("PersonFirstName", "Darlene"), ("PersonLastName", "Whitaker"), ("PrimaryContactEmail", story.Sample.Email)))["CustomerAccount"]!;

    private static async Task<string> AssertOneSetAsync(ModeSandbox sandbox, Story story)
    {
        var facts = await sandbox.FactsAsync(story);
        Assert.Empty(facts.SyncIssues);
        Assert.Equal(("Approved", "Approved", "approved"), (facts.ProspectStatus, facts.MirroredStatus, string.Join(',', facts.Mails)));
        Assert.Equal((1, 1, 1), (facts.Leads, facts.Hierarchies.Count, facts.Administrators));
        var (organization, person) = (Assert.Single(facts.Organizations), Assert.Single(facts.Persons));
        Assert.Equal((organization, person), await sandbox.NumbersInSalesAsync(story));
        return person;
    }
}
