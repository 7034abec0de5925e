using B2BConnector.CustomCode.Reconciliation;

namespace B2BConnector.CustomCode.Tests.Reconciliation;

/// <summary>Rows in memory; what the queries would select is selected here in the same words.</summary>
internal sealed class RowsStub : IReconciliationRows
{
    private static readonly int?[] DecidedMirrors = [Mirror.Approved, Mirror.Rejected];

    public List<LeadRow> Leads { get; } = [];

    public List<OpportunityRow> Opportunities { get; } = [];

    public List<IssueRow> Issues { get; } = [];

    public HashSet<string> Notes { get; } = [];

    private IEnumerable<LeadRow> Decided => Leads.Where(lead => DecidedMirrors.Contains(lead.Mirror));

    private IEnumerable<LeadRow> Undecided => Leads.Except(Decided);

    public Task<IReadOnlyList<LeadRow>> UndecidedLeadsAsync() => List(Undecided);

    public Task<IReadOnlyList<OpportunityRow>> OpportunitiesOfUndecidedLeadsAsync() => List(Opportunities.Where(row => Undecided.Any(lead => lead.Key == row.Key)));

    public Task<IReadOnlySet<string>> NotesOfUndecidedLeadsAsync() => Task.FromResult<IReadOnlySet<string>>(Notes);

    public Task<IReadOnlySet<ProspectKey>> WithLeadAsync(IReadOnlyCollection<ProspectKey> keys) => Set(Leads.Select(lead => lead.Key).Where(keys.Contains));

    public Task<IReadOnlyList<LeadRow>> DecidedWithoutCustomersAsync() => List(Decided.Where(lead => lead is { State: LeadRow.Qualified, CustomersKnown: false }));

    public Task<IReadOnlySet<ProspectKey>> PossibleConflictsAsync() => Set(Decided
        .Where(lead => lead.State == LeadRow.Disqualified || Opportunities.Any(row => row.Key == lead.Key && row.State != OpportunityRow.Open))
        .Select(lead => lead.Key));

    public Task<IReadOnlySet<ProspectKey>> OpenAfterDecisionAsync() => Set(Decided
        .Where(lead => lead.State == LeadRow.Open || Opportunities.Any(row => row.Key == lead.Key && row.State == OpportunityRow.Open))
        .Select(lead => lead.Key));

    public Task<IReadOnlyList<LeadRow>> LeadsAsync(IReadOnlyCollection<ProspectKey> keys) => List(Leads.Where(lead => keys.Contains(lead.Key)));

    public Task<IReadOnlyList<OpportunityRow>> OpportunitiesAsync(IReadOnlyCollection<ProspectKey> keys) => List(Opportunities.Where(row => keys.Contains(row.Key)));

    public Task<IReadOnlyList<IssueRow>> WaitingIssuesAsync() => List(Issues.Where(issue => issue.Status is IssueRow.Open or IssueRow.Retry));

    public Task<IReadOnlyList<IssueRow>> IssuesAsync(IReadOnlyCollection<ProspectKey> keys) => List(Issues.Where(issue => keys.Contains(issue.Key)));

    private static Task<IReadOnlyList<T>> List<T>(IEnumerable<T> rows) => Task.FromResult<IReadOnlyList<T>>([.. rows]);

    private static Task<IReadOnlySet<ProspectKey>> Set(IEnumerable<ProspectKey> keys) => Task.FromResult<IReadOnlySet<ProspectKey>>(keys.ToHashSet());
}
