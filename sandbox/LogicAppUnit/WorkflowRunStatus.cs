namespace LogicAppUnit;

/// <summary>Status of a run, by the platform's names.</summary>
public enum WorkflowRunStatus
{
    /// <summary>Nothing started it.</summary>
    NotTriggered,

    /// <summary>The platform ended it.</summary>
    Aborted,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It has not ended.</summary>
    Running,

    /// <summary>It succeeded.</summary>
    Succeeded,

    /// <summary>It took longer than its limit.</summary>
    TimedOut,

    /// <summary>It waits.</summary>
    Waiting,
}
