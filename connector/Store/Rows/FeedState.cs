namespace B2BConnector.Connector.Store.Rows;

/// <summary>How far the change feed is with one legal entity.</summary>
internal sealed class FeedState
{
    public required string LegalEntity { get; init; }

    public DateTimeOffset? FirstPassAt { get; set; }

    public DateTimeOffset? FullPassAt { get; set; }

    /// <summary>When the last pass that succeeded began; null where one instance has the store to itself, and knows without.</summary>
    public DateTimeOffset? PassBegunAt { get; set; }
}
