using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulators.Tests.Dataverse;

/// <summary>The rows most tests begin with.</summary>
internal static class Leads
{
    public const string QualifyAll = """{"CreateAccount":true,"CreateContact":true,"CreateOpportunity":true,"Status":3}""";

    public static string Body(string prospect = "P-000001", string more = "") => $$"""
        {"subject":"B2B request of Contoso","firstname":"Zoë","lastname":"O'Neil","companyname":"Contoso B.V.","emailaddress1":"zoe@contoso.example",
         "telephone1":"+31 20 1234567","address1_city":"Utrecht","address1_country":"NLD","leadsourcecode":8,
         "b2b_legalentity":"usrt","b2b_prospectid":"{{prospect}}","b2b_prospectstatus":726000000{{more}}}
        """;

    public static Task<Guid> CreateAsync(DataverseClient client, string prospect = "P-000001", string more = "") => client.CreateAsync("leads", Body(prospect, more));

    /// <summary>Qualifies a new lead and returns the ids of what came of it by table.</summary>
    public static async Task<(Guid Lead, Dictionary<string, Guid> Made)> QualifiedAsync(DataverseClient client, string prospect = "P-000001", string body = QualifyAll)
    {
        var lead = await CreateAsync(client, prospect);
        var answer = await client.PostAsync($"leads({lead})/Microsoft.Dynamics.CRM.QualifyLead", body);
        Assert.Equal("", answer.ErrorMessage);
        return (lead, Made(answer.Body));
    }

    public static Dictionary<string, Guid> Made(JObject answer) => answer["value"]!.ToDictionary(
        row => ((string)row["@odata.type"]!).Split('.')[^1], row => Guid.Parse((string)row.Children<JProperty>().Last().Value!));

    public static string Close(Guid opportunity, int status, string more = "") =>
        $$$"""{"Status":{{{status}}},"OpportunityClose":{"subject":"Closed","opportunityid@odata.bind":"/opportunities({{{opportunity}}})"{{{more}}}}}""";
}
