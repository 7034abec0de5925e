using System.Net;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

public sealed class ODataWriteTests
{
    [Fact]
    public async Task Patch_WithTheCurrentEtag_ChangesTheRowAndItsEtag()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();
        var etag = (string)(await sandbox.ProspectAsync(id))["@odata.etag"]!;

        var (status, _, response) = await sandbox.SendAsync(HttpMethod.Patch, CommerceSandbox.Key(id), new JObject { ["Department"] = "Sales" }, ("If-Match", etag));

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.NotEqual(etag, response.Headers.ETag!.ToString());
        Assert.Equal(response.Headers.ETag.ToString(), (string?)(await sandbox.ProspectAsync(id))["@odata.etag"]);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.PreconditionFailed)]
    [InlineData(false, HttpStatusCode.NoContent)]
    public async Task Patch_WithAnOldEtag_FollowsTheOption(bool enforce, HttpStatusCode expected)
    {
        await using var sandbox = await CommerceSandbox.StartAsync(options => options.EnforceEtags = enforce);
        var id = await sandbox.PendingAsync();
        var etag = (string)(await sandbox.ProspectAsync(id))["@odata.etag"]!;
        await sandbox.SendAsync(HttpMethod.Patch, CommerceSandbox.Key(id), new JObject { ["Department"] = "Sales" });

        var (status, _, _) = await sandbox.SendAsync(HttpMethod.Patch, CommerceSandbox.Key(id), new JObject { ["B2BProspectStatus"] = "Approved" }, ("If-Match", etag));

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Patch_ReturnRepresentation_AnswersWithTheRow()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Patch, CommerceSandbox.Key(id),
            new JObject { ["dataAreaId"] = "USRT", ["B2BProspectStatus"] = "approved" }, ("Prefer", "return=representation"));

        Assert.Equal((HttpStatusCode.OK, "Approved"), (status, (string?)body["B2BProspectStatus"]));
    }

    [Fact]
    public async Task Patch_OfAnotherCompanyWithoutCrossCompany_FindsNothing()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync(Forms.Full(), CommerceSandbox.Eu);

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Patch, $"/data/Prospects(dataAreaId='demf',ProspectId='{id}')", new JObject { ["B2BProspectStatus"] = "Approved" });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("No resources were found when selecting for update.", (string?)body["error"]!["innererror"]!["message"]);
    }

    [Fact]
    public async Task Write_WithSeveralMistakes_NamesAllOfThem()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Patch, CommerceSandbox.Key(id), new JObject
        {
            ["Shoes"] = 1, ["CompanySize"] = "many", ["B2BProspectStatus"] = "Maybe", ["CurrencyCode"] = "DOLLAR", ["ProspectPartyNumber"] = "1",
        });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        var message = (string)body["error"]!["innererror"]!["message"]!;
        Assert.All(["'Shoes'", "'CompanySize'", "'B2BProspectStatus'", "'CurrencyCode'", "'ProspectPartyNumber'"], name => Assert.Contains(name, message));
    }

    [Fact]
    public async Task Customer_WithoutMandatoryFields_IsRefusedInTheWordsOfTheInfolog()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/data/CustomersV3", new JObject { ["PartyType"] = "Person", ["CustomerGroupId"] = "Local", ["InvoiceAccount"] = "US-9" });

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("An error has occurred.", (string?)body["error"]!["message"]);
        Assert.Equal("Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException", (string?)body["error"]!["innererror"]!["type"]);
        var message = (string)body["error"]!["innererror"]!["message"]!;
        Assert.StartsWith("Write failed for table row of type 'CustCustomerV3Entity'. Infolog: Warning: ", message, StringComparison.Ordinal);
        Assert.Contains("The value 'Local' in field 'Customer group' is not found in the related table 'Customer groups'.", message);
        Assert.All(["'Name'", "'Currency'", "'US-9'"], field => Assert.Contains(field, message));
    }

    [Fact]
    public async Task Customer_Created_GetsNumberPartyAndLocation()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (status, body, response) = await sandbox.SendAsync(HttpMethod.Post, "/data/CustomersV3", Customers.Person("a@example.com"));

        Assert.Equal((HttpStatusCode.Created, "US-000001"), (status, (string?)body["CustomerAccount"]));
        Assert.EndsWith("/data/CustomersV3(dataAreaId='usrt',CustomerAccount='US-000001')", response.Headers.Location!.ToString(), StringComparison.Ordinal);
        var party = await sandbox.GetAsync($"/data/CDSParties('{body["PartyNumber"]}')?$expand=PartyContactV3");
        Assert.Equal("a@example.com", (string?)Assert.Single(party["PartyContactV3"]!)["Locator"]);
    }

    [Fact]
    public async Task Customer_SameEmailTwice_IsAcceptedAsInTheRealSystem()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.PostAsync("/data/CustomersV3", Customers.Person("a@example.com"));

        await sandbox.PostAsync("/data/CustomersV3", Customers.Person("a@example.com"));

        Assert.Equal(2, (await sandbox.CustomersAsync("Person")).Count);
    }

    [Fact]
    public async Task Customer_SamePartyTwiceInALegalEntity_ExistsAlready()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var first = await sandbox.PostAsync("/data/CustomersV3", Customers.Person("a@example.com"));
        var again = Customers.Person("a@example.com");
        again["PartyNumber"] = first["PartyNumber"];

        var (status, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/data/CustomersV3", again);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("The record already exists", (string?)body["error"]!["innererror"]!["message"]);
    }

    [Fact]
    public async Task Customer_OfAnotherTypeThanItsParty_IsRefused()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var organization = Customers.Organization("Alpha");
        organization["PartyNumber"] = (await sandbox.ProspectAsync(await sandbox.PendingAsync()))["ProspectPartyNumber"];

        var (_, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/data/CustomersV3", organization);

        Assert.Contains("is of type Person", (string?)body["error"]!["innererror"]!["message"]);
    }

    [Fact]
    public async Task Customer_WithThePartyOfAnOrdinaryProspect_NeedsItsNumber()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var prospect = await sandbox.PostAsync("/data/Prospects", new JObject { ["ProspectName"] = "Ada Byron" });
        var customer = Customers.Person("a@example.com");
        customer["PartyNumber"] = prospect["ProspectPartyNumber"];

        var (_, body, _) = await sandbox.SendAsync(HttpMethod.Post, "/data/CustomersV3", customer);

        Assert.Contains("with same party number as prospect 'P-000001'. The customer and prospect should have the same account number.", (string?)body["error"]!["innererror"]!["message"]);
    }

    [Fact]
    public async Task Customer_CreditLimitAndName_CanBeChangedAndReachTheParty()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var customer = await sandbox.PostAsync("/data/CustomersV3", Customers.Organization("Alpha"));

        await sandbox.SendAsync(HttpMethod.Patch, "/data/CustomersV3(dataAreaId='usrt',CustomerAccount='US-000001')",
            new JObject { ["CreditLimit"] = 1000.50m, ["CreditLimitIsMandatory"] = "Yes", ["OrganizationName"] = "Beta" });

        Assert.Equal(1000.50m, (decimal?)(await sandbox.CustomersAsync("Organization"))[0]["CreditLimit"]);
        Assert.Equal("Beta", (string?)(await sandbox.GetAsync($"/data/CDSParties('{customer["PartyNumber"]}')"))["OrganizationName"]);
    }

    [Fact]
    public async Task Hierarchy_ComposedByHand_IsNotDoubledByApproval()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();
        var organization = await sandbox.PostAsync("/data/CustomersV3", Customers.Organization("L'Épicerie & Fils"));
        var person = await sandbox.PostAsync("/data/CustomersV3", Customers.Person("zoe.garcon@example.com"));
        var hierarchy = await sandbox.PostAsync("/data/CustomerHiearchies", new JObject { ["Name"] = "Mine", ["Purpose"] = "B2BOrganization", ["OrganizationPartyNumber"] = organization["PartyNumber"] });
        await sandbox.PostAsync("/data/CustomerHierarchyNodes", new JObject
        {
            ["CustomerHierarchyId"] = hierarchy["CustomerHierarchyId"], ["NodePartyNumber"] = person["PartyNumber"], ["Role"] = "Admin", ["NodeType"] = "Customer",
        });

        await sandbox.ApproveAsync(id);

        Assert.Equal("Mine", (string?)Assert.Single(await sandbox.RowsAsync("/data/CustomerHiearchies"))["Name"]);
    }

    [Fact]
    public async Task HierarchyNode_Removed_LeavesTheCustomer()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.ApproveAsync(await sandbox.PendingAsync());
        var party = (string)(await sandbox.CustomersAsync("Person"))[0]["PartyNumber"]!;

        var (status, _, _) = await sandbox.SendAsync(HttpMethod.Delete, $"/data/CustomerHierarchyNodes(CustomerHierarchyId='CH-000001',NodePartyNumber='{party}')");

        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Empty(await sandbox.RowsAsync("/data/CustomerHierarchyNodes"));
        Assert.Single(await sandbox.CustomersAsync("Person"));
    }

    [Theory]
    [InlineData("POST", "/data/BatchJobs", 405)]
    [InlineData("DELETE", "/data/Prospects(dataAreaId='usrt',ProspectId='P-1')", 405)]
    [InlineData("PATCH", "/data/Prospects", 405)]
    [InlineData("POST", "/data/$batch", 501)]
    [InlineData("PUT", "/data/Prospects", 404)]
    public async Task Write_ThatIsNotOffered_IsRefused(string method, string address, int expected)
    {
        await using var sandbox = await CommerceSandbox.StartAsync();

        var (status, body, _) = await sandbox.SendAsync(new HttpMethod(method), address, []);

        Assert.Equal(expected, (int)status);
        Assert.NotNull(body["error"]!["message"]);
    }

    [Fact]
    public async Task ImportedB2BProspect_OfAnotherCompany_CanBeApproved()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var created = await sandbox.PostAsync("/data/Prospects?cross-company=true", new JObject
        {
            ["dataAreaId"] = "demf", ["ProspectName"] = "Ada Byron", ["CompanyName"] = "Engines", ["IsB2BProspect"] = "Yes", ["PrimaryEmailAddress"] = "ada@example.com",
        });

        await sandbox.ApproveAsync((string)created["ProspectId"]!, "demf");

        Assert.Equal("EU-000001", (string?)Assert.Single(await sandbox.CustomersAsync("Organization", "demf"))["CustomerAccount"]);
    }

    [Fact]
    public async Task Update_OfAddresses_ReachesTheParty()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var id = await sandbox.PendingAsync();

        await sandbox.SendAsync(HttpMethod.Patch, CommerceSandbox.Key(id), new JObject { ["PrimaryEmailAddress"] = "new@example.com" });
        await sandbox.ApproveAsync(id);

        Assert.Equal("new@example.com", (string?)Assert.Single(await sandbox.CustomersAsync("Person"))["PrimaryContactEmail"]);
        var party = await sandbox.GetAsync($"/data/CDSParties('{(await sandbox.ProspectAsync(id))["ProspectPartyNumber"]}')?$expand=PartyContactV3");
        Assert.Contains(party["PartyContactV3"]!, address => (string?)address["Locator"] == "new@example.com");
    }
}
