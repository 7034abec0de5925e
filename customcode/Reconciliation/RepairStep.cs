namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>The workflows that repair; sync issues name their step so, too.</summary>
internal static class RepairStep
{
    public const string CreateLead = "create-lead";
    public const string EnsureCustomers = "ensure-customers";
    public const string DecideProspect = "decide-prospect";
    public const string MirrorDecision = "mirror-decision";

    /// <summary>Not a repair: the step under which reconcile reports that it could not work itself.</summary>
    public const string Reconcile = "reconcile";

    /// <summary>In the order in which a prospect passes them.</summary>
    public static readonly string[] InOrder = [CreateLead, EnsureCustomers, DecideProspect, MirrorDecision];
}
