using System.Text.Json.Nodes;

namespace B2BConnector.Host.Demo;

/// <summary>Asks every system what became of a story.</summary>
internal static class StoryInspector
{
    private const string Api = "/api/data/v9.2";

    /// <summary>Status in Commerce and its mirror on the lead: what the demo waits for.</summary>
    public static async Task<StoryFacts> StatusOnlyAsync(DemoSystems systems, Story story, CancellationToken stop)
    {
        var lead = story.LeadId is null ? null : await systems.Sales.GetAsync($"{Api}/leads({story.LeadId})?$select=b2b_prospectstatus", stop);
        return new StoryFacts { ProspectStatus = await ProspectStatusAsync(systems, story, stop), MirroredStatus = StatusName(lead) };
    }

    /// <summary>Everything, counted.</summary>
    public static async Task<StoryFacts> InspectAsync(DemoSystems systems, Story story, IReadOnlyDictionary<string, IReadOnlyList<string>> mails, CancellationToken stop)
    {
        var ofProspect = $"b2b_legalentity eq '{story.LegalEntity}' and b2b_prospectid eq '{story.ProspectId}'";
        var leads = await RowsAsync("leads", "leadid,statecode,b2b_prospectstatus", ofProspect);
        var opportunities = await RowsAsync("opportunities", "opportunityid,statecode", ofProspect);
        var issues = await RowsAsync("b2b_syncissues", "b2b_step,b2b_reason", ofProspect + " and b2b_status eq 726000000");
        var notes = leads.Count == 0 ? [] : await RowsAsync("annotations", "annotationid", $"_objectid_value eq {(string)leads[0]["leadid"]!}");
        var organizations = await CustomersAsync(systems, $"OrganizationName eq '{Quoted(story.Sample.Company)}' and PartyType eq 'Organization'", story, stop);
        var persons = await CustomersAsync(systems, $"PrimaryContactEmail eq '{Quoted(story.Sample.Email)}' and PartyType eq 'Person'", story, stop);
        var hierarchies = new List<JsonObject>();
        foreach (var organization in organizations)
        {
            hierarchies.AddRange(await systems.Headquarters.ListAsync(
                $"/data/CustomerHiearchies?$expand=CustomerHierarchyNode&$filter=OrganizationPartyNumber eq '{(string)organization["PartyNumber"]!}'", stop));
        }

        return new StoryFacts
        {
            ProspectStatus = await ProspectStatusAsync(systems, story, stop),
            Leads = leads.Count,
            LeadState = leads.Count == 0 ? "" : ((string[])["Open", "Qualified", "Disqualified"])[(int)leads[0]["statecode"]!],
            MirroredStatus = StatusName(leads.FirstOrDefault()),
            Notes = notes.Count,
            Opportunities = opportunities.Count,
            OpportunityState = opportunities.Count == 0 ? "" : ((string[])["Open", "Won", "Lost"])[(int)opportunities[0]["statecode"]!],
            Organizations = Numbers(organizations, "CustomerAccount"),
            Persons = Numbers(persons, "CustomerAccount"),
            Hierarchies = Numbers(hierarchies, "CustomerHierarchyId"),
            Administrators = hierarchies.Sum(row => row["CustomerHierarchyNode"]?.AsArray().Count(node => (string?)node?["Role"] == "Admin") ?? 0),
            Mails = mails.TryGetValue(story.Key, out var found) ? found : [],
            SyncIssues = [.. issues.Select(issue => $"{(string?)issue["b2b_step"]}: {(string?)issue["b2b_reason"]}")],
        };

        Task<IReadOnlyList<JsonObject>> RowsAsync(string set, string columns, string filter) =>
            systems.Sales.ListAsync($"{Api}/{set}?$select={columns}&$filter={Uri.EscapeDataString(filter)}", stop);
    }

    private static async Task<string> ProspectStatusAsync(DemoSystems systems, Story story, CancellationToken stop) =>
        (string)(await systems.Headquarters.GetAsync($"/data/Prospects(dataAreaId='{story.LegalEntity}',ProspectId='{story.ProspectId}')?cross-company=true&$select=B2BProspectStatus", stop))["B2BProspectStatus"]!;

    private static Task<IReadOnlyList<JsonObject>> CustomersAsync(DemoSystems systems, string filter, Story story, CancellationToken stop) =>
        systems.Headquarters.ListAsync($"/data/CustomersV3?cross-company=true&$select=CustomerAccount,PartyNumber&$filter={Uri.EscapeDataString($"dataAreaId eq '{story.LegalEntity}' and {filter}")}", stop);

    private static string StatusName(JsonObject? lead) => (int?)lead?["b2b_prospectstatus"] switch
    {
        726000000 => "Pending",
        726000001 => "Approved",
        726000002 => "Rejected",
        _ => "",
    };

    private static string Quoted(string value) => value.Replace("'", "''", StringComparison.Ordinal);

    private static List<string> Numbers(IEnumerable<JsonObject> rows, string column) => [.. rows.Select(row => (string)row[column]!)];
}
