namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>One prospect on the list.</summary>
public sealed record ProspectLine(
    ProspectKey Key, string Company, string? Status, string? LeadState, string? OpportunityState, DateTimeOffset? Created, DateTimeOffset? LastChange, int OpenIssues);
