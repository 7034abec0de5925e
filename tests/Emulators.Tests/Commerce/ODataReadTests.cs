using System.Net;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Commerce;

public sealed class ODataReadTests
{
    private const string Status = "Microsoft.Dynamics.DataEntities.RetailB2BProspectStatus";

    [Theory]
    [InlineData("B2BProspectStatus eq Microsoft.Dynamics.DataEntities.RetailB2BProspectStatus'Pending'", "P-000002,P-000003")]
    [InlineData("B2BProspectStatus ne Microsoft.Dynamics.DataEntities.RetailB2BProspectStatus'Pending' and IsB2BProspect eq Microsoft.Dynamics.DataEntities.NoYes'Yes'", "P-000001")]
    [InlineData("CompanyName eq '*eta*'", "P-000002")]
    [InlineData("CompanyName eq 'alpha'", "P-000001")]
    [InlineData("PrimaryEmailAddress eq 'a@example.com' or CompanySize gt 40", "P-000001,P-000003")]
    [InlineData("not (CompanySize eq 42) and Department eq ''", "P-000001,P-000002")]
    [InlineData("startswith(CompanyName,'Gam')", "P-000003")]
    [InlineData("CreditLimit eq 0", "P-000001,P-000002,P-000003")]
    public async Task Filter_OfEveryKind_SelectsTheMatchingProspects(string filter, string expected)
    {
        await using var sandbox = await ThreeProspectsAsync();

        var rows = await sandbox.RowsAsync($"/data/Prospects?cross-company=true&$filter={Uri.EscapeDataString("dataAreaId eq 'usrt' and (" + filter + ")")}");

        Assert.Equal(expected, string.Join(",", rows.Select(row => (string)row["ProspectId"]!)));
    }

    [Fact]
    public async Task Select_TwoColumns_ReturnsTheseAndTheEtag()
    {
        await using var sandbox = await ThreeProspectsAsync();

        var row = (JObject)(await sandbox.RowsAsync("/data/Prospects?$select=ProspectId,CompanyName&$top=1"))[0];

        Assert.Equal(["@odata.etag", "ProspectId", "CompanyName"], row.Properties().Select(member => member.Name));
    }

    [Fact]
    public async Task OrderBy_WithSkipTopAndCount_WorksTogether()
    {
        await using var sandbox = await ThreeProspectsAsync();

        var body = await sandbox.GetAsync("/data/Prospects?$orderby=CompanyName desc&$skip=1&$top=1&$count=true");

        Assert.Equal(3, (int?)body["@odata.count"]);
        Assert.Equal("Beta", (string?)Assert.Single(body["value"]!)["CompanyName"]);
        Assert.Null(body["@odata.nextLink"]);
        Assert.Equal("3", await sandbox.Client.GetStringAsync("/data/Prospects/$count"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&$orderby=CompanyName desc")]
    [InlineData("&$top=3")]
    [InlineData("&$filter=CompanyName ne 'nobody'")]
    public async Task Paging_NextLinksFollowed_ReturnEveryRowOnce(string options)
    {
        await using var sandbox = await ThreeProspectsAsync(pageSize: 2);
        var seen = new List<string>();

        for (var address = "/data/Prospects?cross-company=true" + options; address is not null;)
        {
            var page = await sandbox.GetAsync(address);
            Assert.InRange(((JArray)page["value"]!).Count, 1, 2);
            seen.AddRange(page["value"]!.Select(row => (string)row["ProspectId"]!));
            address = (string?)page["@odata.nextLink"];
        }

        Assert.Equal(["P-000001", "P-000002", "P-000003"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Paging_TenThousandAndOneRows_TakeTwoPages()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("commerce.db");
        await (await CommerceSandbox.StartAsync(options => options.StorePath = path)).DisposeAsync();
        using (var store = B2BConnector.Emulation.EmulatorStore.Open(path))
        {
            store.Write(session =>
            {
                for (var at = 1; at <= 10_001; at++)
                {
                    session.Put("Prospects", $"USRT|Q-{at:D6}", new JObject
                    {
                        ["dataAreaId"] = "usrt", ["ProspectId"] = $"Q-{at:D6}", ["IsB2BProspect"] = "Yes", ["B2BProspectStatus"] = "Pending", ["$recId"] = at, ["$version"] = 1,
                    });
                }
            });
        }

        await using var sandbox = await CommerceSandbox.StartAsync(options => options.StorePath = path);
        var first = await sandbox.GetAsync($"/data/Prospects?cross-company=true&$select=ProspectId&$filter={Uri.EscapeDataString($"B2BProspectStatus eq {Status}'Pending'")}");
        var second = await sandbox.GetAsync((string)first["@odata.nextLink"]!);

        Assert.Equal((10_000, 1), (((JArray)first["value"]!).Count, ((JArray)second["value"]!).Count));
        Assert.Equal("Q-010001", (string?)second["value"]![0]!["ProspectId"]);
    }

    [Fact]
    public async Task CrossCompany_Absent_ShowsOnlyTheCallersLegalEntity()
    {
        await using var sandbox = await ThreeProspectsAsync();
        await sandbox.PendingAsync(Forms.Minimal(), CommerceSandbox.Eu);

        Assert.Equal(3, (await sandbox.RowsAsync("/data/Prospects")).Count);
        Assert.Equal(4, (await sandbox.RowsAsync("/data/Prospects?cross-company=true")).Count);
        var (status, _, _) = await sandbox.SendAsync(HttpMethod.Get, "/data/Prospects(dataAreaId='demf',ProspectId='P-000001')");
        Assert.Equal(HttpStatusCode.NotFound, status);
    }

    [Theory]
    [InlineData("/data/Nothings", 404, "Resource not found for the segment 'Nothings'.")]
    [InlineData("/data/Prospects?$filter=Shoes eq 1", 400, "Could not find a property named 'Shoes' on type 'Microsoft.Dynamics.DataEntities.Prospect'.")]
    [InlineData("/data/Prospects?$select=Shoes", 400, "Could not find a property named 'Shoes'")]
    [InlineData("/data/Prospects?$filter=CompanyName eq", 400, "position")]
    [InlineData("/data/Prospects?$filter=B2BProspectStatus eq 'Pending'", 400, "incompatible types")]
    [InlineData("/data/Prospects?$filter=B2BProspectStatus gt Microsoft.Dynamics.DataEntities.RetailB2BProspectStatus'Pending'", 400, "eq and ne only")]
    [InlineData("/data/Prospects?$filter=B2BProspectStatus eq Microsoft.Dynamics.DataEntities.RetailB2BProspectStatus'Nope'", 400, "not a valid enumeration type constant")]
    [InlineData("/data/Prospects?$filter=IsB2BProspect eq Other.NoYes'Yes'", 400, "incompatible types")]
    [InlineData("/data/Prospects?$filter=Microsoft.Dynamics.DataEntities.Shoes'Red' eq null", 400, "not a valid enumeration type constant")]
    [InlineData("/data/Prospects?$apply=groupby((CompanyName))", 501, "CE0105")]
    [InlineData("/data/Prospects?$expand=Party($expand=PartyContactV3)", 400, "too deep")]
    [InlineData("/data/Prospects?$expand=Friends", 400, "Could not find a property named 'Friends'")]
    [InlineData("/data/Prospects(ProspectId='P-000001')", 400, "dataAreaId, ProspectId")]
    [InlineData("/data/Prospects(dataAreaId='usrt',ProspectId='P-9')", 404, "No Prospects row")]
    [InlineData("/data/Prospects(dataAreaId='usrt',ProspectId='P-000001')/Party", 501, "CE0105")]
    public async Task Read_ThatCannotBeAnswered_SaysWhyInTheRealShape(string address, int status, string sentence)
    {
        await using var sandbox = await ThreeProspectsAsync();

        var (code, body, response) = await sandbox.SendAsync(HttpMethod.Get, address);

        Assert.Equal(status, (int)code);
        Assert.Equal("", (string?)body["error"]!["code"]);
        Assert.Contains(sentence, (string?)body.SelectToken("error.innererror.message") ?? (string?)body["error"]!["message"]);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Key_WithApostropheSlashAndOtherCase_FindsTheRow()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        await sandbox.PostAsync("/data/Prospects", new JObject { ["ProspectId"] = "O'N/1", ["ProspectName"] = "Ann O'Neill" });

        var row = await sandbox.GetAsync("/data/Prospects(dataAreaId='USRT',ProspectId='o%27%27n%2F1')");

        Assert.Equal("O'N/1", (string?)row["ProspectId"]);
    }

    [Fact]
    public async Task Metadata_ComparedWithTheRoutes_NamesExactlyWhatIsServed()
    {
        await using var sandbox = await CommerceSandbox.StartAsync();
        var document = XDocument.Parse(await sandbox.Client.GetStringAsync("/data/$metadata"));
        XNamespace edm = "http://docs.oasis-open.org/odata/ns/edm";

        var sets = document.Descendants(edm + "EntitySet").Select(set => (string)set.Attribute("Name")!).ToList();

        Assert.Equal(sets, (await sandbox.RowsAsync("/data")).Select(set => (string)set["name"]!));
        foreach (var set in sets)
        {
            await sandbox.GetAsync($"/data/{set}?cross-company=true&$top=1");
        }

        var prospect = document.Descendants(edm + "EntityType").Single(type => (string?)type.Attribute("Name") == "Prospect");
        Assert.Equal(["dataAreaId", "ProspectId"], prospect.Element(edm + "Key")!.Elements().Select(key => (string)key.Attribute("Name")!));
        Assert.Contains(prospect.Elements(edm + "Property"), property => (string?)property.Attribute("Type") == Status);
    }

    [Fact]
    public async Task PartyContacts_PrimaryEmail_BelongsToTheRequestersParty()
    {
        await using var sandbox = await ThreeProspectsAsync();

        var party = (string)(await sandbox.ProspectAsync("P-000001"))["ProspectPartyNumber"]!;
        var contacts = await sandbox.RowsAsync($"/data/PartyContactsV3?$filter=PartyNumber eq '{party}' and Type eq Microsoft.Dynamics.DataEntities.LogisticsElectronicAddressMethodType'Email'");

        Assert.Equal(("a@example.com", "Yes"), ((string?)Assert.Single(contacts)["Locator"], (string?)contacts[0]["IsPrimary"]));
    }

    private static async Task<CommerceSandbox> ThreeProspectsAsync(int pageSize = 10_000)
    {
        var sandbox = await CommerceSandbox.StartAsync(options => options.PageSize = pageSize);
        await sandbox.RejectAsync(await sandbox.PendingAsync(Forms.Minimal("a@example.com", "Alpha")));
        await sandbox.PendingAsync(Forms.Minimal("b@example.com", "Beta"));
        await sandbox.PendingAsync(Forms.Full("c@example.com", "Gamma"));
        return sandbox;
    }
}
