namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>What has to be done. Names are those that workflows read: <c>body('Plan_repairs')?['Batches']</c>.</summary>
public sealed class ReconciliationPlan
{
    /// <summary>The repairs, in batches of a minute each.</summary>
    public required IReadOnlyList<RepairBatch> Batches { get; init; }

    /// <summary>All repairs.</summary>
    public required int Repairs { get; init; }

    /// <summary>Calls of the connector that all repairs need.</summary>
    public required int ConnectorCalls { get; init; }

    /// <summary>Prospects pending in Commerce.</summary>
    public required int Pending { get; init; }

    /// <summary>Pending prospects without a lead.</summary>
    public required int WithoutLead { get; init; }

    /// <summary>Pending prospects whose lead has no note about its origin.</summary>
    public required int WithoutNote { get; init; }

    /// <summary>Qualified leads without customer numbers.</summary>
    public required int WithoutCustomers { get; init; }

    /// <summary>Prospects that Sales decided and Commerce, or the lead, does not know about.</summary>
    public required int DecisionsDue { get; init; }

    /// <summary>Prospects decided in headquarters whose lead does not show it.</summary>
    public required int MirrorsDue { get; init; }

    /// <summary>Prospects that Sales and Commerce decided differently without a sync issue.</summary>
    public required int UntoldConflicts { get; init; }

    /// <summary>Sync issues that a person set to Retry some time ago.</summary>
    public required int Retries { get; init; }

    /// <summary>Prospects left alone because a sync issue waits for a person.</summary>
    public required int HeldByIssue { get; init; }

    /// <summary>The open sync issue of reconcile itself; null when there is none.</summary>
    public string? OwnIssueId { get; init; }
}
