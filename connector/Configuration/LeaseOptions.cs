namespace B2BConnector.Connector.Configuration;

/// <summary>How long one caller keeps a prospect or an e-mail address to itself. Section <c>Leases</c>.</summary>
internal sealed class LeaseOptions
{
    public const string Section = "Leases";

    /// <summary>A lease ends after this, so that a killed instance blocks nobody for long. Work under a lease stops before.</summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan Duration { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a call waits for a held lease before it answers in_progress. Callers that repeat only 429 and 5xx need it.</summary>
    /// <value>The default is 15 seconds.</value>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>What Retry-After tells those who find a lease held.</summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);
}
