namespace B2BConnector.Connector.Configuration;

/// <summary>How a decision is carried out. Section <c>Decision</c>.</summary>
internal sealed class DecisionOptions
{
    public const string Section = "Decision";

    /// <summary>Name of the strategy: StatusWrite, CustomService or Compose.</summary>
    /// <value>
    /// StatusWrite in Development. None elsewhere: that writing the status runs the approval of Commerce is inferred from the
    /// dual-write map and has to be seen on the environment first.
    /// </value>
    public string? Strategy { get; set; }

    /// <summary>Group and service that strategy CustomService calls, <c>group/service</c>; it has the operations approve and reject.</summary>
    /// <value>No default; needed by CustomService.</value>
    public string? Service { get; set; }

    /// <summary>How often hierarchy and administrator are looked for after an approval.</summary>
    /// <value>The default is 3.</value>
    public int ReadBackTries { get; set; } = 3;

    /// <summary>Pause between two such looks.</summary>
    /// <value>The default is 2 seconds.</value>
    public TimeSpan ReadBackPause { get; set; } = TimeSpan.FromSeconds(2);
}
