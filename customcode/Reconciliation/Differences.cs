namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>Collects what differs: one repair for each prospect, none where a sync issue waits for a person.</summary>
internal sealed class Differences(IReadOnlyList<IssueRow> waiting)
{
    private readonly HashSet<(ProspectKey, string)> _waiting = [.. waiting.Select(issue => (issue.Key, issue.Step))];
    private readonly Dictionary<ProspectKey, (Difference Kind, Repair Repair)> _found = [];
    private readonly HashSet<ProspectKey> _held = [];

    /// <param name="kind">What is wrong.</param>
    /// <param name="key">The prospect.</param>
    /// <param name="step">The workflow that brings it right.</param>
    /// <param name="why">What is wrong, in words.</param>
    /// <param name="calls">Calls of the connector that the workflow makes.</param>
    public void Add(Difference kind, ProspectKey key, string step, string why, int calls = 1)
    {
        if (_waiting.Contains((key, step)))
        {
            _held.Add(key);
        }
        else
        {
            Add(kind, key, step, why, calls, null);
        }
    }

    /// <summary>A sync issue that a person set to Retry and nobody heard.</summary>
    public void AddRetry(IssueRow issue) =>
        Add(Difference.Retry, issue.Key, issue.Step, "A person set the sync issue to Retry.", issue.Step == RepairStep.DecideProspect ? 2 : 1, issue);

    public ReconciliationPlan Plan(int pending, int callsPerMinute, int callsMade)
    {
        var repairs = _found.Values.Select(found => found.Repair).ToList();
        int Count(Difference kind) => _found.Values.Count(found => found.Kind == kind);
        return new ReconciliationPlan
        {
            Batches = RepairBatches.Cut(repairs, callsPerMinute, callsMade),
            Repairs = repairs.Count,
            ConnectorCalls = repairs.Sum(repair => repair.ConnectorCalls),
            Pending = pending,
            WithoutLead = Count(Difference.WithoutLead),
            WithoutNote = Count(Difference.WithoutNote),
            WithoutCustomers = Count(Difference.WithoutCustomers),
            DecisionsDue = Count(Difference.DecisionDue),
            MirrorsDue = Count(Difference.MirrorDue),
            UntoldConflicts = Count(Difference.UntoldConflict),
            Retries = Count(Difference.Retry),
            HeldByIssue = _held.Count,
            OwnIssueId = waiting.FirstOrDefault(issue => issue.Step == RepairStep.Reconcile)?.Id,
        };
    }

    private void Add(Difference kind, ProspectKey key, string step, string why, int calls, IssueRow? issue) => _found.TryAdd(key, (kind, new Repair
    {
        LegalEntity = key.LegalEntity,
        ProspectId = key.ProspectId,
        Step = step,
        Why = why,
        IssueId = issue?.Id,
        IssueVersion = issue?.Version,
        ConnectorCalls = calls,
    }));
}
