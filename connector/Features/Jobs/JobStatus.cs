using B2BConnector.Connector.Contract;

namespace B2BConnector.Connector.Features.Jobs;

/// <summary>Answer of GetJobStatus.</summary>
internal sealed record JobStatus
{
    [Field("Job", "The job that was asked for.")]
    public CommerceJob Job { get; init; }

    [Field("Description", "Name under which Commerce has the job.")]
    public string? Description { get; init; }

    [Field("State", "State of the newest execution; Missing when Commerce has no job of any known name.")]
    public JobState State { get; init; }

    [Field("Started At", "When the newest execution began.")]
    public DateTimeOffset? StartedAt { get; init; }

    [Field("Last Ended At", "When an execution last came to its end.")]
    public DateTimeOffset? LastEndedAt { get; init; }

    [Field("Names", "Names under which the job was looked for.")]
    public IReadOnlyList<string>? Names { get; init; }
}
