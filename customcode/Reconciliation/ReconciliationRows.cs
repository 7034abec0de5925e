using System.Text.Json;
using B2BConnector.CustomCode.Dataverse;

namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>Reads the rows from Dataverse, pages of 5,000 at a time.</summary>
internal sealed class ReconciliationRows(IDataverse dataverse) : IReconciliationRows
{
    /// <summary>Keys named in one query: far from the platform's limits of 500 conditions and 32 KB of URL.</summary>
    private const int KeysAtATime = 50;

    private const string OfProspect = "b2b_prospectid ne null";
    private const string Numbers = "parentaccountid($select=b2b_customeraccount),parentcontactid($select=b2b_customeraccount)";
    private static readonly string[] LeadColumns =
        ["b2b_legalentity", "b2b_prospectid", "b2b_prospectstatus", "statecode", "merged", "_parentaccountid_value", "_parentcontactid_value", "_qualifyingopportunityid_value"];

    public Task<IReadOnlyList<LeadRow>> UndecidedLeadsAsync() => LeadsWhereAsync($"{OfProspect} and {Undecided("")}");

    public Task<IReadOnlyList<OpportunityRow>> OpportunitiesOfUndecidedLeadsAsync() =>
        OpportunitiesWhereAsync($"{OfProspect} and (_originatingleadid_value eq null or {Undecided("originatingleadid/")})");

    public async Task<IReadOnlySet<string>> NotesOfUndecidedLeadsAsync()
    {
        var filter = $"objectid_lead/{OfProspect} and {Undecided("objectid_lead/")}";
        var rows = await dataverse.QueryAsync(new RowQuery("annotations", ["annotationid"], filter)).ConfigureAwait(false);
        return rows.Select(row => RowReader.Text(row, "annotationid")!).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public async Task<IReadOnlySet<ProspectKey>> WithLeadAsync(IReadOnlyCollection<ProspectKey> keys) => await KeysAsync("leads", keys).ConfigureAwait(false);

    public async Task<IReadOnlyList<LeadRow>> DecidedWithoutCustomersAsync()
    {
        var leads = await LeadsWhereAsync(
            $"{OfProspect} and {Decided("")} and statecode eq {LeadRow.Qualified}"
            + " and (parentaccountid/b2b_customeraccount eq null or parentcontactid/b2b_customeraccount eq null)").ConfigureAwait(false);
        return [.. leads.Where(lead => !lead.CustomersKnown)];
    }

    public async Task<IReadOnlySet<ProspectKey>> PossibleConflictsAsync()
    {
        var keys = await KeysWhereAsync("leads", $"{OfProspect} and b2b_prospectstatus eq {Mirror.Approved} and statecode eq {LeadRow.Disqualified}").ConfigureAwait(false);
        keys.UnionWith(await KeysWhereAsync("opportunities", OppositeOf(OpportunityRow.Won, Mirror.Rejected)).ConfigureAwait(false));
        keys.UnionWith(await KeysWhereAsync("opportunities", OppositeOf(OpportunityRow.Lost, Mirror.Approved)).ConfigureAwait(false));
        return keys;
    }

    public async Task<IReadOnlySet<ProspectKey>> OpenAfterDecisionAsync()
    {
        var keys = await KeysWhereAsync("leads", $"{OfProspect} and {Decided("")} and statecode eq {LeadRow.Open}").ConfigureAwait(false);
        keys.UnionWith(await KeysWhereAsync("opportunities", $"{OfProspect} and statecode eq {OpportunityRow.Open} and {Decided("originatingleadid/")}").ConfigureAwait(false));
        return keys;
    }

    public async Task<IReadOnlyList<LeadRow>> LeadsAsync(IReadOnlyCollection<ProspectKey> keys) =>
        await EachAsync(keys, LeadsWhereAsync).ConfigureAwait(false);

    public async Task<IReadOnlyList<OpportunityRow>> OpportunitiesAsync(IReadOnlyCollection<ProspectKey> keys) =>
        await EachAsync(keys, OpportunitiesWhereAsync).ConfigureAwait(false);

    public Task<IReadOnlyList<IssueRow>> WaitingIssuesAsync() => IssuesWhereAsync($"b2b_status eq {IssueRow.Open} or b2b_status eq {IssueRow.Retry}");

    public async Task<IReadOnlyList<IssueRow>> IssuesAsync(IReadOnlyCollection<ProspectKey> keys) =>
        await EachAsync(keys, IssuesWhereAsync).ConfigureAwait(false);

    private async Task<IReadOnlyList<LeadRow>> LeadsWhereAsync(string filter)
    {
        var rows = await dataverse.QueryAsync(new RowQuery("leads", LeadColumns, filter, Numbers)).ConfigureAwait(false);
        var numbered = await NumberedOpportunitiesAsync(rows.Where(RowReader.NeedsOpportunity).Select(row => RowReader.Text(row, "_qualifyingopportunityid_value")!)).ConfigureAwait(false);
        return [.. rows.Select(row => RowReader.Lead(row, numbered))];
    }

    /// <summary>Sellers may have put account and contact on the opportunity only: those of these whose customers have numbers.</summary>
    private async Task<HashSet<string>> NumberedOpportunitiesAsync(IEnumerable<string> ids)
    {
        var numbered = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var some in ids.Chunk(KeysAtATime))
        {
            var filter = string.Join(" or ", some.Select(id => $"opportunityid eq {Guid.Parse(id)}"));
            var rows = await dataverse.QueryAsync(new RowQuery("opportunities", ["opportunityid"], filter, Numbers)).ConfigureAwait(false);
            numbered.UnionWith(rows.Where(RowReader.HasNumbers).Select(row => RowReader.Text(row, "opportunityid")!));
        }

        return numbered;
    }

    private async Task<IReadOnlyList<OpportunityRow>> OpportunitiesWhereAsync(string filter)
    {
        var rows = await dataverse.QueryAsync(new RowQuery("opportunities", ["b2b_legalentity", "b2b_prospectid", "statecode"], filter)).ConfigureAwait(false);
        return [.. rows.Select(RowReader.Opportunity)];
    }

    private async Task<IReadOnlyList<IssueRow>> IssuesWhereAsync(string filter)
    {
        string[] columns = ["b2b_syncissueid", "b2b_legalentity", "b2b_prospectid", "b2b_step", "b2b_status", "modifiedon"];
        return [.. (await dataverse.QueryAsync(new RowQuery("b2b_syncissues", columns, filter)).ConfigureAwait(false)).Select(RowReader.Issue)];
    }

    private async Task<HashSet<ProspectKey>> KeysWhereAsync(string set, string filter) =>
        [.. (await dataverse.QueryAsync(new RowQuery(set, ["b2b_legalentity", "b2b_prospectid"], filter)).ConfigureAwait(false)).Select(RowReader.Key)];

    private async Task<HashSet<ProspectKey>> KeysAsync(string set, IReadOnlyCollection<ProspectKey> keys)
    {
        var found = new HashSet<ProspectKey>();
        foreach (var filter in Filters(keys))
        {
            found.UnionWith(await KeysWhereAsync(set, filter).ConfigureAwait(false));
        }

        return found;
    }

    private static async Task<List<T>> EachAsync<T>(IReadOnlyCollection<ProspectKey> keys, Func<string, Task<IReadOnlyList<T>>> read)
    {
        var rows = new List<T>();
        foreach (var filter in Filters(keys))
        {
            rows.AddRange(await read(filter).ConfigureAwait(false));
        }

        return rows;
    }

    private static IEnumerable<string> Filters(IEnumerable<ProspectKey> keys) =>
        from entity in keys.GroupBy(key => key.LegalEntity, StringComparer.OrdinalIgnoreCase)
        from some in entity.Chunk(KeysAtATime)
        select $"b2b_legalentity eq {RowQuery.Literal(entity.Key)} and ({string.Join(" or ", some.Select(key => $"b2b_prospectid eq {RowQuery.Literal(key.ProspectId)}"))})";

    private static string Undecided(string path) =>
        $"({path}b2b_prospectstatus eq null or {path}b2b_prospectstatus eq {Mirror.Pending} or {path}b2b_prospectstatus eq {Mirror.Unknown})";

    private static string Decided(string path) => $"({path}b2b_prospectstatus eq {Mirror.Approved} or {path}b2b_prospectstatus eq {Mirror.Rejected})";

    private static string OppositeOf(int state, int mirror) => $"{OfProspect} and statecode eq {state} and originatingleadid/b2b_prospectstatus eq {mirror}";
}
