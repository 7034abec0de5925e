namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>What can be wrong with a prospect.</summary>
internal enum Difference
{
    WithoutLead,
    WithoutNote,
    WithoutCustomers,
    DecisionDue,
    MirrorDue,
    UntoldConflict,
    Retry,
}
