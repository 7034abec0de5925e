namespace B2BConnector.Connector.Configuration;

/// <summary>How often the connector looks for changes. Section <c>Feed</c>.</summary>
internal sealed class FeedOptions
{
    public const string Section = "Feed";

    public static readonly TimeSpan DefaultFreshness = TimeSpan.FromSeconds(5);

    /// <summary>Time between two passes over the pending prospects.</summary>
    /// <value>The default is 1 minute.</value>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Time between two passes over all prospects.</summary>
    /// <value>The default is 1 day.</value>
    public TimeSpan FullPassInterval { get; set; } = TimeSpan.FromDays(1);

    /// <summary>A trigger that asks when the last pass is older than this starts one and waits for it.</summary>
    /// <value>The default is 5 seconds; in Development zero, so that running a trigger by hand always looks.</value>
    public TimeSpan? Freshness { get; set; }

    /// <summary>How long a trigger waits for such a pass.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan PatienceOfTriggers { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Events in one answer at most.</summary>
    /// <value>The default is 100.</value>
    public int BatchSize { get; set; } = 100;
}
