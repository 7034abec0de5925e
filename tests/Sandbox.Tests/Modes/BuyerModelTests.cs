using B2BConnector.Commerce;
using B2BConnector.Host.Demo;
using B2BConnector.Sandbox.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace B2BConnector.Sandbox.Tests.Modes;

/// <summary>Whichever model of buyers an environment uses, a won prospect ends with one organization, one buyer and one administrator, known in Sales.</summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class BuyerModelTests
{
    [Theory]
    [InlineData(BuyerModel.PersonCustomer)]
    [InlineData(BuyerModel.Contact)]
    public Task Won_InEitherBuyerModel_IsOnePartnerWhoIsKnownInSales(BuyerModel model) => ModeSandbox.PlayAsync(
        hooks =>
        {
            hooks.Commerce = commerce => commerce.BuyerModel = model;
            hooks.Connector = connector => connector.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Customers:BuyerModel"] = model.ToString() });
        },
        async sandbox =>
        {
            var story = await sandbox.ProspectAsync("us-01");

            await sandbox.ActAsync(story, SellerAction.QualifyAndWin);

            var facts = await sandbox.FactsAsync(story);
            Assert.Empty(facts.SyncIssues);
            Assert.Equal(("Approved", "Approved"), (facts.ProspectStatus, facts.MirroredStatus));
            Assert.Equal((1, model == BuyerModel.Contact ? 0 : 1, 1, 1), (facts.Organizations.Count, facts.Persons.Count, facts.Hierarchies.Count, facts.Administrators));
            var (account, contact) = await sandbox.NumbersInSalesAsync(story);
            Assert.Equal(facts.Organizations[0], account);
            Assert.NotNull(contact);
            if (model == BuyerModel.PersonCustomer)
            {
                Assert.Equal(facts.Persons[0], contact);
            }
        });
}
