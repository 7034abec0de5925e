namespace B2BConnector.Wdl;

/// <summary>How bad a <see cref="Problem"/> is.</summary>
public enum ProblemSeverity
{
    /// <summary>The definition cannot be loaded.</summary>
    Error,

    /// <summary>The platform accepts it when saving; it fails, or surprises, when it runs.</summary>
    Warning,
}
