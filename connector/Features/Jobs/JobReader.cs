using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Configuration;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Jobs;

/// <summary>Reads how the batch jobs are doing, under all the names a job has had.</summary>
internal sealed class JobReader(CommerceJobs jobs, IOptions<JobOptions> options)
{
    public async Task<JobStatus> ReadAsync(CommerceJob job, CancellationToken cancel)
    {
        var names = NamesOf(job);
        var executions = new List<BatchJobRow>();
        foreach (var name in names)
        {
            executions.AddRange(await jobs.ListAsync(name, cancel));
        }

        var newest = executions.MaxBy(row => row.StartDateTime ?? DateTimeOffset.MinValue);
        return new JobStatus
        {
            Job = job,
            Description = newest?.JobDescription,
            State = newest is null ? JobState.Missing : Enum.TryParse<JobState>(newest.Status, out var state) && Enum.IsDefined(state) ? state : JobState.Other,
            StartedAt = Set(newest?.StartDateTime),
            LastEndedAt = executions.Select(row => Set(row.EndDateTime)).Max(),
            Names = names,
        };
    }

    private List<string> NamesOf(CommerceJob job) =>
    [
        .. (job switch
        {
            CommerceJob.PullRequests => options.Value.PullRequests,
            CommerceJob.SynchronizeRequests => options.Value.SynchronizeRequests,
            CommerceJob.PushCustomers => options.Value.PushCustomers,
            _ => options.Value.SendEmail,
        }).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static DateTimeOffset? Set(DateTimeOffset? time) => time is { Year: > 1900 } ? time : null;
}
