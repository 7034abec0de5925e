namespace LogicAppUnit;

/// <summary>Status of an action, by the platform's names.</summary>
public enum ActionStatus
{
    /// <summary>The platform ended it.</summary>
    Aborted,

    /// <summary>The run was cancelled.</summary>
    Cancelled,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It has not ended.</summary>
    Running,

    /// <summary>It did not run: its branch was not taken, or what it runs after ended otherwise.</summary>
    Skipped,

    /// <summary>It succeeded.</summary>
    Succeeded,

    /// <summary>It took longer than its limit.</summary>
    TimedOut,

    /// <summary>It waits.</summary>
    Waiting,
}
