namespace B2BConnector.Runtime.Definitions;

/// <summary>Status of a run, an action or an iteration; the names are those of the run history.</summary>
public enum ActionStatus
{
    /// <summary>Waits for a free place (runs with a concurrency limit).</summary>
    Waiting,

    /// <summary>Has begun.</summary>
    Running,

    /// <summary>Ended well.</summary>
    Succeeded,

    /// <summary>Ended with an error.</summary>
    Failed,

    /// <summary>Did not begin, because its condition was not met.</summary>
    Skipped,

    /// <summary>Ended because its time was over.</summary>
    TimedOut,

    /// <summary>Was ended from outside.</summary>
    Cancelled,
}
