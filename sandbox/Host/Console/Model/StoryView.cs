namespace B2BConnector.Host.ConsolePages.Model;

/// <summary>One prospect across all systems.</summary>
/// <param name="Key">Which.</param>
/// <param name="Title">Company, or the key while nobody knows it.</param>
/// <param name="Status">Status in Commerce; null = Commerce is down.</param>
/// <param name="LeadState">State of the lead; null = there is none or nobody can tell.</param>
/// <param name="OpportunityState">State of the opportunity; null = there is none or nobody can tell.</param>
/// <param name="Verdict">Where it stands.</param>
/// <param name="Milestones">How far it is.</param>
/// <param name="Facts">Numbers and names.</param>
/// <param name="Issues">Open sync issues.</param>
/// <param name="Entries">What happened, in order.</param>
/// <param name="Outages">Systems that are down, a sentence each.</param>
public sealed record StoryView(
    ProspectKey Key,
    string Title,
    string? Status,
    string? LeadState,
    string? OpportunityState,
    Verdict Verdict,
    IReadOnlyList<Milestone> Milestones,
    IReadOnlyList<Fact> Facts,
    IReadOnlyList<IssueView> Issues,
    IReadOnlyList<Entry> Entries,
    IReadOnlyList<string> Outages);
