using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.Scripts;

public sealed class MapProspectToLeadTests
{
    [Fact]
    public async Task Lead_SameProspectTwice_GetsTheSameIds()
    {
        var first = await MapAsync(Prospect());
        var second = await MapAsync(Prospect());

        Assert.Equal((string?)first["leadId"], (string?)second["leadId"]);
        Assert.Equal((string?)first["leadId"], (string?)first["lead"]!["leadid"]);
        Assert.NotEqual((string?)first["leadId"], (string?)first["note"]!["annotationid"]);
        Assert.Equal('5', ((string)first["leadId"]!)[14]); // UUID version 5
        Assert.Equal("e47388b9-fa65-5bcf-8839-4c2565751f21", (string?)first["note"]!["annotationid"]); // reconcile looks for it
    }

    [Fact]
    public async Task Lead_Always_BringsItsTimelineNote()
    {
        var result = await MapAsync(Prospect());

        var note = Assert.Single((JArray)result["lead"]!["Lead_Annotation"]!);
        Assert.True(JToken.DeepEquals(result["note"], note));
        Assert.Equal("Created from Commerce prospect P-000001", (string?)note["subject"]);
        Assert.DoesNotContain("Müller", note.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lead_SameIdInAnotherLegalEntity_GetsAnotherId()
    {
        var other = Prospect();
        other["legalEntity"] = "demf";

        Assert.NotEqual((string?)(await MapAsync(Prospect()))["leadId"], (string?)(await MapAsync(other))["leadId"]);
    }

    [Fact]
    public async Task Lead_RequesterAndOrganization_LandInContactAndCompany()
    {
        var lead = (await MapAsync(Prospect()))["lead"]!;

        Assert.Equal("Zoë", (string?)lead["firstname"]);
        Assert.Equal("Müller", (string?)lead["lastname"]);
        Assert.Equal("Käse & Söhne GmbH", (string?)lead["companyname"]);
        Assert.Equal("Schöneberger Straße 12 b", (string?)lead["address1_line1"]);
        Assert.Equal(726000000, (int?)lead["b2b_prospectstatus"]);
        Assert.Equal(95, (int?)lead["numberofemployees"]);
    }

    [Fact]
    public async Task Lead_OptionalFieldsAbsent_ColumnsAreNotSent()
    {
        var prospect = Prospect();
        prospect.Remove("comments");
        prospect.Remove("phone");
        prospect["address"] = new JObject { ["country"] = "DEU" };

        var lead = (JObject)(await MapAsync(prospect))["lead"]!;

        Assert.False(lead.ContainsKey("description"));
        Assert.False(lead.ContainsKey("telephone1"));
        Assert.False(lead.ContainsKey("address1_line1"));
        Assert.Equal("DEU", (string?)lead["address1_country"]);
        Assert.DoesNotContain(lead.Properties(), property => property.Value.Type == JTokenType.Null);
    }

    [Theory]
    [InlineData("Zoë van den Berg", "Zoë van den", "Berg")]
    [InlineData("Prince", null, "Prince")]
    public async Task Lead_PartyHasNoNames_RequesterNameIsSplit(string requester, string? first, string last)
    {
        var prospect = Prospect();
        prospect.Remove("firstName");
        prospect.Remove("lastName");
        prospect["requesterName"] = requester;

        var lead = (await MapAsync(prospect))["lead"]!;

        Assert.Equal(first, (string?)lead["firstname"]);
        Assert.Equal(last, (string?)lead["lastname"]);
    }

    [Fact]
    public async Task Lead_TextLongerThanItsColumn_IsCutBetweenCharacters()
    {
        var prospect = Prospect();
        prospect["companyName"] = new string('x', 99) + "😀 and more";

        Assert.Equal(new string('x', 99), (string?)(await MapAsync(prospect))["lead"]!["companyname"]);
    }

    [Fact]
    public async Task Lead_AccountKnownInSales_IsBoundToIt()
    {
        var account = "10000000-0000-0000-0000-000000000001";
        var result = await ScriptRunner.RunAsync(
            "create-lead", "map_prospect_to_lead.csx", ("Get_prospect", Prospect()), ("Match_existing_accounts", new JObject { ["Account"] = new JObject { ["Id"] = account }, ["Contact"] = null, ["DuplicateRequest"] = true }));

        Assert.Equal($"/accounts({account})", (string?)result.Body!["lead"]!["parentaccountid@odata.bind"]);
        Assert.Null(result.Body!["lead"]!["parentcontactid@odata.bind"]);
        Assert.True((bool?)result.Body!["lead"]!["b2b_duplicaterequest"]);
    }

    private static async Task<JToken> MapAsync(JObject prospect)
    {
        var result = await ScriptRunner.RunAsync("create-lead", "map_prospect_to_lead.csx", ("Get_prospect", prospect), ("Match_existing_accounts", new JObject()));
        Assert.Null(result.Error);
        return result.Body!;
    }

    private static JObject Prospect() => new()
    {
        ["legalEntity"] = "usrt",
        ["prospectId"] = "P-000001",
        ["status"] = "Pending",
        ["requesterName"] = "Zoë Müller",
        ["firstName"] = "Zoë",
        ["lastName"] = "Müller",
        ["email"] = "zoe@example.com",
        ["phone"] = "+49 30 23125 014",
        ["companyName"] = "Käse & Söhne GmbH",
        ["companySize"] = 95,
        ["comments"] = "Guten Tag",
        ["address"] = new JObject { ["street"] = "Schöneberger Straße", ["streetNumber"] = "12 b", ["city"] = "Berlin", ["zipCode"] = "10829", ["country"] = "DEU" },
    };
}
