namespace B2BConnector.Connector.Configuration;

/// <summary>How long one caller keeps a prospect or an e-mail address to itself. Section <c>Leases</c>.</summary>
internal sealed class LeaseOptions
{
    public const string Section = "Leases";

    /// <summary>A lease ends after this, so that a killed instance blocks nobody for long. Work under a lease stops before.</summary>
    /// <value>The default is 2 minutes.</value>
    public TimeSpan Duration { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>What Retry-After tells those who find a lease held.</summary>
    /// <value>The default is 5 seconds.</value>
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(5);
}
