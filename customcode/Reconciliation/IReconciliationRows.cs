namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>The rows of Sales that can differ from Commerce. Every query is filtered on that: settled prospects cost nothing.</summary>
internal interface IReconciliationRows
{
    /// <summary>Leads that do not show a decision.</summary>
    Task<IReadOnlyList<LeadRow>> UndecidedLeadsAsync();

    /// <summary>Opportunities whose lead shows no decision, and those that belong to no lead.</summary>
    Task<IReadOnlyList<OpportunityRow>> OpportunitiesOfUndecidedLeadsAsync();

    /// <summary>Ids of the notes of leads that show no decision.</summary>
    Task<IReadOnlySet<string>> NotesOfUndecidedLeadsAsync();

    /// <summary>Which of these prospects have a lead, whatever it shows.</summary>
    Task<IReadOnlySet<ProspectKey>> WithLeadAsync(IReadOnlyCollection<ProspectKey> keys);

    /// <summary>Qualified leads that show a decision but whose customers have no numbers.</summary>
    Task<IReadOnlyList<LeadRow>> DecidedWithoutCustomersAsync();

    /// <summary>Prospects with a closed row in Sales that may contradict the decision the lead shows.</summary>
    Task<IReadOnlySet<ProspectKey>> PossibleConflictsAsync();

    /// <summary>Prospects whose lead shows a decision while a row in Sales is still open.</summary>
    Task<IReadOnlySet<ProspectKey>> OpenAfterDecisionAsync();

    /// <summary>The leads of these prospects.</summary>
    Task<IReadOnlyList<LeadRow>> LeadsAsync(IReadOnlyCollection<ProspectKey> keys);

    /// <summary>The opportunities of these prospects.</summary>
    Task<IReadOnlyList<OpportunityRow>> OpportunitiesAsync(IReadOnlyCollection<ProspectKey> keys);

    /// <summary>Sync issues that are not closed.</summary>
    Task<IReadOnlyList<IssueRow>> WaitingIssuesAsync();

    /// <summary>Sync issues of these prospects, closed ones too.</summary>
    Task<IReadOnlyList<IssueRow>> IssuesAsync(IReadOnlyCollection<ProspectKey> keys);
}
