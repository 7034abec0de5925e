using B2BConnector.Commerce.Operations;

namespace B2BConnector.Commerce.Jobs;

/// <summary>A batch job. One class each, found by scan.</summary>
internal interface IJob
{
    /// <summary>The first name is shown in BatchJobs; all of them start the job.</summary>
    IReadOnlyList<string> Names { get; }

    JobResult Run(CommerceSystem system);
}
