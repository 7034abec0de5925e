namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>Compares the two sides, prospect by prospect.</summary>
internal sealed class DifferenceFinder(IReconciliationRows rows, DateTimeOffset retriesSetBefore)
{
    /// <param name="pending">What Commerce lists as pending.</param>
    /// <param name="close">Whether headquarters' decisions close the Sales side.</param>
    public async Task<Differences> FindAsync(IReadOnlySet<ProspectKey> pending, bool close)
    {
        var waiting = await rows.WaitingIssuesAsync().ConfigureAwait(false);
        var differences = new Differences(waiting);
        foreach (var issue in waiting.Where(IsUnheardRetry).OrderBy(issue => Array.IndexOf(RepairStep.InOrder, issue.Step)))
        {
            differences.AddRetry(issue);
        }

        await AddUndecidedAsync(differences, pending).ConfigureAwait(false);
        await AddDecidedAsync(differences, close).ConfigureAwait(false);
        return differences;
    }

    private bool IsUnheardRetry(IssueRow issue) =>
        issue.Status == IssueRow.Retry && issue.ChangedAt < retriesSetBefore && RepairStep.InOrder.Contains(issue.Step);

    private async Task AddUndecidedAsync(Differences differences, IReadOnlySet<ProspectKey> pending)
    {
        // Leads first: what is closed while this reads is seen, too.
        var leads = await rows.UndecidedLeadsAsync().ConfigureAwait(false);
        var opportunities = (await rows.OpportunitiesOfUndecidedLeadsAsync().ConfigureAwait(false)).ToLookup(row => row.Key);
        var notes = await rows.NotesOfUndecidedLeadsAsync().ConfigureAwait(false);
        foreach (var lead in leads)
        {
            AddUndecided(differences, lead, SalesRule.Decide(lead, opportunities[lead.Key]), pending.Contains(lead.Key), notes);
        }

        var strangers = pending.Except(leads.Select(lead => lead.Key)).ToList();
        var known = await rows.WithLeadAsync(strangers).ConfigureAwait(false);
        foreach (var key in strangers.Where(key => !known.Contains(key)))
        {
            differences.Add(Difference.WithoutLead, key, RepairStep.CreateLead, "The prospect is pending in Commerce and has no lead.");
        }
    }

    private static void AddUndecided(Differences differences, LeadRow lead, SalesDecision decision, bool isPending, IReadOnlySet<string> notes)
    {
        if (decision == SalesDecision.Unclear && isPending)
        {
            differences.Add(Difference.DecisionDue, lead.Key, RepairStep.DecideProspect, "The lead was merged into another one, the prospect is pending.", 0);
        }
        else if (decision is SalesDecision.Approve or SalesDecision.Reject)
        {
            differences.Add(Difference.DecisionDue, lead.Key, RepairStep.DecideProspect, "Sales has decided, the lead still shows the prospect as pending.", CallsToDecide(lead, decision));
        }
        else if (!isPending)
        {
            differences.Add(Difference.MirrorDue, lead.Key, RepairStep.MirrorDecision, "The prospect is no longer pending in Commerce, its lead says it is.");
        }
        else if (lead is { State: LeadRow.Qualified, CustomersKnown: false })
        {
            differences.Add(Difference.WithoutCustomers, lead.Key, RepairStep.EnsureCustomers, "The lead is qualified and its account or contact has no customer number.");
        }
        else if (!notes.Contains(NoteId.Of(lead.Key)))
        {
            differences.Add(Difference.WithoutNote, lead.Key, RepairStep.CreateLead, "The lead has no note about its origin.");
        }
    }

    /// <summary>
    /// Prospects whose decision the lead shows. What a person has seen as a sync issue and closed is accepted, so issues count here unless a retry solved them.
    /// </summary>
    private async Task AddDecidedAsync(Differences differences, bool close)
    {
        var withoutCustomers = await rows.DecidedWithoutCustomersAsync().ConfigureAwait(false);
        var conflicts = await rows.PossibleConflictsAsync().ConfigureAwait(false);
        var open = close ? await rows.OpenAfterDecisionAsync().ConfigureAwait(false) : new HashSet<ProspectKey>();
        var told = (await rows.IssuesAsync([.. withoutCustomers.Select(lead => lead.Key).Concat(conflicts).Concat(open).Distinct()]).ConfigureAwait(false))
            .Where(issue => issue.Status != IssueRow.Solved).Select(issue => (issue.Key, issue.Step)).ToHashSet();
        var keys = conflicts.Where(key => !told.Contains((key, RepairStep.DecideProspect))).Union(open.Where(key => !told.Contains((key, RepairStep.MirrorDecision)))).ToList();
        var opportunities = (await rows.OpportunitiesAsync(keys).ConfigureAwait(false)).ToLookup(row => row.Key);
        foreach (var lead in await rows.LeadsAsync(keys).ConfigureAwait(false))
        {
            var decision = SalesRule.Decide(lead, opportunities[lead.Key]);
            if (decision == SalesDecision.Wait && open.Contains(lead.Key))
            {
                differences.Add(Difference.MirrorDue, lead.Key, RepairStep.MirrorDecision, "Headquarters has decided and the Sales side is still open.");
            }
            else if (Contradicts(decision, lead.Mirror))
            {
                differences.Add(Difference.UntoldConflict, lead.Key, RepairStep.DecideProspect, "Sales and Commerce have decided differently and nobody was told.", CallsToDecide(lead, decision));
            }
        }

        foreach (var lead in withoutCustomers.Where(lead => !told.Contains((lead.Key, RepairStep.EnsureCustomers))))
        {
            differences.Add(Difference.WithoutCustomers, lead.Key, RepairStep.EnsureCustomers, "The lead is qualified and its account or contact has no customer number.");
        }
    }

    private static bool Contradicts(SalesDecision decision, int? mirror) =>
        (decision, mirror) is (SalesDecision.Approve, Mirror.Rejected) or (SalesDecision.Reject, Mirror.Approved);

    /// <summary>One to decide, one before it where customers are missing.</summary>
    private static int CallsToDecide(LeadRow lead, SalesDecision decision) =>
        !lead.CustomersKnown && (decision == SalesDecision.Approve || lead.State == LeadRow.Qualified) ? 2 : 1;
}
