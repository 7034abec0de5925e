namespace B2BConnector.Wdl;

/// <summary>How bad a <see cref="Problem"/> is, and for whom.</summary>
public enum ProblemSeverity
{
    /// <summary>The platform refuses it; so does this runtime.</summary>
    Error,

    /// <summary>The platform accepts it when saving; it fails, or surprises, when it runs.</summary>
    Warning,

    /// <summary>
    /// The platform accepts it, but it cannot run here: this runtime does not support it, or a setting of this machine is missing.
    /// It keeps a workflow from being loaded as an error does.
    /// </summary>
    Unsupported,
}
