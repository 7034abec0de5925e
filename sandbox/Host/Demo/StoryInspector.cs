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
        var prospect = await systems.Headquarters.GetAsync(
            $"/data/Prospects(dataAreaId='{story.LegalEntity}',ProspectId='{story.ProspectId}')?cross-company=true&$select=B2BProspectStatus", stop);
        return new StoryFacts { ProspectStatus = (string)prospect["B2BProspectStatus"]!, MirroredStatus = StatusName(lead) };
    }

    /// <summary>Everything, counted.</summary>
    public static async Task<StoryFacts> InspectAsync(DemoSystems systems, Story story, IReadOnlyDictionary<string, IReadOnlyList<string>> mails, CancellationToken stop) =>
        Facts(await StoryRows.OfAsync(systems, story, stop), story, mails);

    /// <summary>Everything, counted, from rows that were read before.</summary>
    public static StoryFacts Facts(StoryRows rows, Story story, IReadOnlyDictionary<string, IReadOnlyList<string>> mails)
    {
        var leads = rows.Leads[story.Key].ToList();
        var opportunities = rows.Opportunities[story.Key].ToList();
        var organizations = rows.Organizations[StoryRows.CustomerKey(story.LegalEntity, story.Sample.Company)].ToList();
        var hierarchies = organizations.SelectMany(organization => rows.Hierarchies[(string)organization["PartyNumber"]!]).ToList();
        return new StoryFacts
        {
            ProspectStatus = (string)rows.Prospects[story.Key].Single()["B2BProspectStatus"]!,
            Leads = leads.Count,
            LeadState = leads.Count == 0 ? "" : ((string[])["Open", "Qualified", "Disqualified"])[(int)leads[0]["statecode"]!],
            MirroredStatus = StatusName(leads.FirstOrDefault()),
            Notes = leads.Count == 0 ? 0 : rows.Notes[(string)leads[0]["leadid"]!].Count(),
            Opportunities = opportunities.Count,
            OpportunityState = opportunities.Count == 0 ? "" : ((string[])["Open", "Won", "Lost"])[(int)opportunities[0]["statecode"]!],
            Organizations = Numbers(organizations, "CustomerAccount"),
            Persons = Numbers(rows.Persons[StoryRows.CustomerKey(story.LegalEntity, story.Sample.Email)], "CustomerAccount"),
            Hierarchies = Numbers(hierarchies, "CustomerHierarchyId"),
            Administrators = hierarchies.Sum(row => row["CustomerHierarchyNode"]?.AsArray().Count(node => (string?)node?["Role"] == "Admin") ?? 0),
            Mails = mails.TryGetValue(story.Key, out var found) ? found : [],
            SyncIssues = [.. rows.SyncIssues[story.Key].Select(issue => $"{(string?)issue["b2b_step"]}: {(string?)issue["b2b_reason"]}")],
        };
    }

    private static string StatusName(JsonObject? lead) => (int?)lead?["b2b_prospectstatus"] switch
    {
        726000000 => "Pending",
        726000001 => "Approved",
        726000002 => "Rejected",
        _ => "",
    };

    private static List<string> Numbers(IEnumerable<JsonObject> rows, string column) => [.. rows.Select(row => (string)row[column]!)];
}
