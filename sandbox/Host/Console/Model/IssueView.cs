namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>A row of <i>B2B sync issue</i>.</summary>
public sealed record IssueView(string Step, string Reason, string Remedy, string? RunId, int? Attempts, string Status, DateTimeOffset? Created, DateTimeOffset? Modified)
{
    public bool IsOpen => SalesStates.IsOpenIssue(Status);
}
