namespace B2BConnector.Connector.Features.Jobs;

/// <summary>State of the newest execution of a job: the symbols of Commerce's batch status, and two of our own.</summary>
internal enum JobState
{
    Hold,
    Waiting,
    Executing,
    Error,
    Finished,
    Ready,
    NotRun,
    Cancelling,
    Canceled,
    Scheduled,

    /// <summary>Commerce has no job of any of the names.</summary>
    Missing,

    /// <summary>A symbol that this connector does not know.</summary>
    Other,
}
