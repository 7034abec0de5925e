namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>Actions of the workflows whose end says when something was done. Renamed ones only cost the precise time.</summary>
internal static class WorkflowNames
{
    public const string AddLead = "Add_lead";
    public const string WriteNote = "Write_timeline_note";
    public const string EnsureCustomers = "Ensure_customers_in_Commerce";
    public const string Approve = "Approve_prospect";
    public const string Reject = "Reject_prospect";
    public const string WriteIssue = "Write_sync_issue";
}
