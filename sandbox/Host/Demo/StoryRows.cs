using System.Text.Json.Nodes;

namespace B2BConnector.Host.Demo;

/// <summary>What the systems hold about stories: of one, asked for by its keys, or of all, read table by table.</summary>
internal sealed class StoryRows
{
    private const string Api = "/api/data/v9.2";

    private StoryRows()
    {
    }

    /// <summary>By <see cref="Story.Key"/>, as are the next three.</summary>
    public required ILookup<string, JsonObject> Prospects { get; init; }

    public required ILookup<string, JsonObject> Leads { get; init; }

    public required ILookup<string, JsonObject> Opportunities { get; init; }

    /// <summary>Those that are open.</summary>
    public required ILookup<string, JsonObject> SyncIssues { get; init; }

    /// <summary>By what they are on.</summary>
    public required ILookup<string, JsonObject> Notes { get; init; }

    /// <summary>By legal entity and name: <see cref="CustomerKey"/>.</summary>
    public required ILookup<string, JsonObject> Organizations { get; init; }

    /// <summary>By legal entity and e-mail address: <see cref="CustomerKey"/>.</summary>
    public required ILookup<string, JsonObject> Persons { get; init; }

    /// <summary>By the party of the organization.</summary>
    public required ILookup<string, JsonObject> Hierarchies { get; init; }

    public static string CustomerKey(string? legalEntity, string? nameOrEmail) => $"{legalEntity}:{nameOrEmail}";

    /// <summary>Seven questions, however many stories there are.</summary>
    public static Task<StoryRows> OfAllAsync(DemoSystems systems, CancellationToken stop) => ReadAsync(systems, null, stop);

    public static Task<StoryRows> OfAsync(DemoSystems systems, Story story, CancellationToken stop) => ReadAsync(systems, story, stop);

    private static async Task<StoryRows> ReadAsync(DemoSystems systems, Story? story, CancellationToken stop)
    {
        var ofProspect = story is null ? null : $"b2b_legalentity eq '{story.LegalEntity}' and b2b_prospectid eq '{story.ProspectId}'";
        var leads = await SalesAsync("leads", "leadid,statecode,b2b_prospectstatus,b2b_legalentity,b2b_prospectid", ofProspect);
        var organizations = await CommerceAsync("CustomersV3", "dataAreaId,CustomerAccount,PartyNumber,OrganizationName", CustomersOf("Organization", "OrganizationName", story?.Sample.Company));
        return new StoryRows
        {
            Prospects = By(await CommerceAsync("Prospects", "dataAreaId,ProspectId,B2BProspectStatus", story is null ? null : $"dataAreaId eq '{story.LegalEntity}' and ProspectId eq '{story.ProspectId}'"), "dataAreaId", "ProspectId"),
            Leads = By(leads, "b2b_legalentity", "b2b_prospectid"),
            Opportunities = By(await SalesAsync("opportunities", "opportunityid,statecode,b2b_legalentity,b2b_prospectid", ofProspect), "b2b_legalentity", "b2b_prospectid"),
            SyncIssues = By(await SalesAsync("b2b_syncissues", "b2b_step,b2b_reason,b2b_legalentity,b2b_prospectid", And(ofProspect, "b2b_status eq 726000000")), "b2b_legalentity", "b2b_prospectid"),
            Notes = By(await EachAsync(leads, "leadid", lead => SalesAsync("annotations", "annotationid,_objectid_value", lead is null ? null : $"_objectid_value eq {lead}")), "_objectid_value"),
            Organizations = By(organizations, "dataAreaId", "OrganizationName"),
            Persons = By(await CommerceAsync("CustomersV3", "dataAreaId,CustomerAccount,PrimaryContactEmail", CustomersOf("Person", "PrimaryContactEmail", story?.Sample.Email)), "dataAreaId", "PrimaryContactEmail"),
            Hierarchies = By(await EachAsync(organizations, "PartyNumber", HierarchiesAsync), "OrganizationPartyNumber"),
        };

        Task<IReadOnlyList<JsonObject>> SalesAsync(string set, string columns, string? filter) =>
            systems.Sales.ListAsync($"{Api}/{set}?$select={columns}{Filter(filter)}", stop);

        Task<IReadOnlyList<JsonObject>> CommerceAsync(string set, string columns, string? filter) =>
            systems.Headquarters.ListAsync($"/data/{set}?cross-company=true&$select={columns}{Filter(filter)}", stop);

        Task<IReadOnlyList<JsonObject>> HierarchiesAsync(string? party) => systems.Headquarters.ListAsync(
            $"/data/CustomerHiearchies?$expand=CustomerHierarchyNode{Filter(party is null ? null : $"OrganizationPartyNumber eq '{party}'")}", stop);

        // What belongs to a row of a story is asked for row by row; of all stories, at once.
        async Task<IReadOnlyList<JsonObject>> EachAsync(IReadOnlyList<JsonObject> rows, string column, Func<string?, Task<IReadOnlyList<JsonObject>>> read)
        {
            if (story is null)
            {
                return await read(null);
            }

            var found = new List<JsonObject>();
            foreach (var row in rows)
            {
                found.AddRange(await read((string)row[column]!));
            }

            return found;
        }

        string CustomersOf(string partyType, string column, string? value) => And(
            story is null ? null : $"dataAreaId eq '{story.LegalEntity}' and {column} eq '{value!.Replace("'", "''", StringComparison.Ordinal)}'", $"PartyType eq '{partyType}'");
    }

    private static string And(string? one, string other) => one is null ? other : $"{one} and {other}";

    private static string Filter(string? filter) => filter is null ? "" : "&$filter=" + Uri.EscapeDataString(filter);

    private static ILookup<string, JsonObject> By(IReadOnlyList<JsonObject> rows, params string[] columns) =>
        rows.ToLookup(row => string.Join(':', columns.Select(column => (string?)row[column])), StringComparer.OrdinalIgnoreCase);
}
