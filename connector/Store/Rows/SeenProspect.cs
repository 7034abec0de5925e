namespace B2BConnector.Connector.Store.Rows;

/// <summary>What the change feed saw last of a prospect.</summary>
internal sealed class SeenProspect
{
    public required string LegalEntity { get; init; }

    public required string ProspectId { get; init; }

    public required string Status { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>Set when Commerce had no such row any more: then it is only looked for in full passes.</summary>
    public DateTimeOffset? MissingSince { get; set; }
}
