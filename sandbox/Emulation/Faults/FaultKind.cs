namespace B2BConnector.Emulation.Faults;

/// <summary>What a switch does to a request.</summary>
public enum FaultKind
{
    /// <summary>500 in the system's shape; nothing happened.</summary>
    FailBefore,

    /// <summary>The effect happened, the connection closes in the first line of the answer.</summary>
    FailAfter,

    /// <summary>429 with Retry-After in the system's shape; nothing happened.</summary>
    Throttle,

    /// <summary>503 with an HTML page, as a front end in between answers; nothing happened.</summary>
    Unavailable,

    /// <summary>No answer until the caller gives up; nothing happened.</summary>
    Timeout,

    /// <summary>The effect happened, the connection breaks in the middle of the body. An answer without a body breaks in its first line.</summary>
    Reset,

    /// <summary>The effect happens at once, the answer comes late.</summary>
    Slow,
}
