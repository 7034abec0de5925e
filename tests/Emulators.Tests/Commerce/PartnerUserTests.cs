using System.Net;
using B2BConnector.Commerce;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

/// <summary>Users of a partner by way of OData: BR-41, BR-44, BR-49, BR-72.</summary>
public sealed class PartnerUserTests
{
    [Fact]
    public async Task Br41_AddedPerson_SignsInAsUserAfter1010()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.ApproveAsync(await sandbox.PendingAsync());

        await AddAsync(sandbox);
        await sandbox.RunAsync("1010");

        Assert.Equal(("CH-000001", "User"), await SignInAsync(sandbox));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Br44_RemovedMember_KeepsTheCustomerAndLosesTheSite(bool stays, int nodes)
    {
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.RemovedMembersStay = stays);
        await sandbox.ApproveAsync(await sandbox.PendingAsync());
        var party = await AddAsync(sandbox);

        var (status, _, _) = await sandbox.SendAsync(HttpMethod.Delete, $"/data/CustomerHierarchyNodes(CustomerHierarchyId='CH-000001',NodePartyNumber='{party}')");
        await sandbox.RunAsync("1010");

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Equal(("", ""), await SignInAsync(sandbox));
        Assert.Equal(2, (await sandbox.CustomersAsync("Person")).Count);
        Assert.Equal(nodes, (await sandbox.RowsAsync("/data/CustomerHierarchyNodes")).Count);
        Assert.Equal(2, (int?)Assert.Single(await sandbox.RowsAsync("/data/CustomerHiearchies"))["CurrentVersion"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RemovedMember_WhoComesBack_IsAMemberOnce(bool stays)
    {
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.RemovedMembersStay = stays);
        await sandbox.ApproveAsync(await sandbox.PendingAsync());
        var party = await AddAsync(sandbox);
        await sandbox.SendAsync(HttpMethod.Delete, $"/data/CustomerHierarchyNodes(CustomerHierarchyId='CH-000001',NodePartyNumber='{party}')");

        await sandbox.PostAsync("/data/CustomerHierarchyNodes", Node(party));
        var (again, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/data/CustomerHierarchyNodes", Node(party));
        await sandbox.RunAsync("1010");

        Assert.Equal(HttpStatusCode.BadRequest, again);
        Assert.Contains("already exists", (string?)body.SelectToken("error.innererror.message"));
        Assert.Equal(("CH-000001", "User"), await SignInAsync(sandbox));
    }

    [Fact]
    public async Task Br49_HierarchyOfAnotherChannel_IsNotPushedToThisOne()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.ApproveAsync(await sandbox.PendingAsync());
        var restriction = new JObject { ["Channel"] = CommerceSandbox.Eu, ["CustHierarchyId"] = "CH-000001" };

        await sandbox.PostAsync("/data/CustomerHierarchiesRetailChannels", restriction);

        Assert.Equal(0, (int?)(await sandbox.RunAsync("1010"))["processed"]);
        await sandbox.PostAsync("/data/CustomerHierarchiesRetailChannels", new JObject(restriction) { ["Channel"] = CommerceSandbox.Us });
        Assert.Equal(1, (int?)(await sandbox.RunAsync("1010"))["processed"]);
    }

    [Theory]
    [InlineData("000000099", "CH-000001", "'Channel'")]
    [InlineData("000000011", "CH-000009", "'Customer hierarchy ID'")]
    public async Task Restriction_OfWhatDoesNotExist_IsRefused(string channel, string hierarchy, string field)
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.ApproveAsync(await sandbox.PendingAsync());

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/data/CustomerHierarchiesRetailChannels", new JObject { ["Channel"] = channel, ["CustHierarchyId"] = hierarchy });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(field, (string?)body.SelectToken("error.innererror.message"));
    }

    [Fact]
    public async Task Br72_DisabledContact_CannotSignInAndStaysAMember()
    {
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.BuyerModel = BuyerModel.Contact);
        await sandbox.ApproveAsync(await sandbox.PendingAsync());
        var contact = Assert.Single(await sandbox.RowsAsync("/data/CDSContactPersonsV2"));
        var key = $"/data/CDSContactPersonsV2(dataAreaId='usrt',ContactPersonPartyNumber='{contact["ContactPersonPartyNumber"]}',"
            + $"AssociatedContactType=Microsoft.Dynamics.DataEntities.smmContactPersonCDSAssociatedContactType'Customer',AssociatedContactNumber='{contact["AssociatedContactNumber"]}')";

        var (status, _, _) = await sandbox.SendAsync(HttpMethod.Patch, key, new JObject { ["IsInactive"] = "Yes", ["FirstName"] = "Zoe", ["PrimaryEmailAddress"] = "zoe@example.com" });

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Equal(0, (int?)(await sandbox.RunAsync("1010"))["processed"]);
        Assert.Single(await sandbox.RowsAsync("/data/CustomerHierarchyNodes"));
        var party = await sandbox.GetAsync($"/data/CDSParties('{contact["ContactPersonPartyNumber"]}')?$expand=PartyContactV3");
        Assert.Equal("Zoe", (string?)party["PersonFirstName"]);
        Assert.Contains(party["PartyContactV3"]!, address => (string?)address["Locator"] == "zoe@example.com");
    }

    private static async Task<string> AddAsync(CommerceSandbox sandbox)
    {
        var person = Customers.Person("bo.li@example.com");
        person["AddressBooks"] = "USB2B";
        person["InvoiceAccount"] = (await sandbox.CustomersAsync("Organization"))[0]["CustomerAccount"];
        var party = (string)(await sandbox.PostAsync("/data/CustomersV3", person))["PartyNumber"]!;
        await sandbox.PostAsync("/data/CustomerHierarchyNodes", Node(party));
        return party;
    }

    private static JObject Node(string party) => new() { ["CustomerHierarchyId"] = "CH-000001", ["NodePartyNumber"] = party, ["Role"] = "User", ["NodeType"] = "Customer" };

    private static async Task<(string Hierarchy, string Role)> SignInAsync(CommerceSandbox sandbox)
    {
        var (_, body, _) = await sandbox.SendAsync(HttpMethod.Post, $"/site/{CommerceSandbox.Us}/sign-in", new JObject { ["email"] = "bo.li@example.com" });
        return ((string?)body["hierarchyId"] ?? "", (string?)body["role"] ?? "");
    }
}
