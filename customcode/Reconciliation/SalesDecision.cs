namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>What the rows of Sales say about a prospect.</summary>
internal enum SalesDecision
{
    Wait,
    Approve,
    Reject,

    /// <summary>The lead was merged into another one: decide-prospect asks a person.</summary>
    Unclear,
}

/// <summary>
/// The rule of decide-prospect (decide_from_sales_rows.csx) asked beforehand, so that only prospects are called where it leads to something.
/// That workflow decides again from the rows it reads itself: where makers change its rule, this one only chooses whom to ask.
/// </summary>
internal static class SalesRule
{
    public static SalesDecision Decide(LeadRow lead, IEnumerable<OpportunityRow> opportunities)
    {
        var states = opportunities.Select(opportunity => opportunity.State).ToHashSet();
        return states.Contains(OpportunityRow.Won) ? SalesDecision.Approve
            : states.Contains(OpportunityRow.Open) ? SalesDecision.Wait
            : states.Contains(OpportunityRow.Lost) ? SalesDecision.Reject
            : lead.Merged ? SalesDecision.Unclear
            : lead.State == LeadRow.Disqualified ? SalesDecision.Reject
            : SalesDecision.Wait;
    }
}
