namespace B2BConnector.Connector.Feed;

/// <summary>When a legal entity was last read, and what went wrong since.</summary>
internal sealed record FeedHealth(DateTimeOffset? LastPass, Exception? Problem)
{
    public static readonly FeedHealth Never = new(null, null);
}
