using B2BConnector.Commerce.Model;

namespace B2BConnector.Commerce.Entities;

/// <summary>Executions of batch jobs, read-only.</summary>
internal sealed class BatchJobs : IEntity
{
    public static readonly EntityType Definition = new("BatchJob", "BatchJobs", "BatchJobRecId", """
        BatchJobRecId Int64 readonly
        JobDescription String 255
        Status BatchStatus
        StartDateTime DateTimeOffset
        EndDateTime DateTimeOffset
        OrigStartDateTime DateTimeOffset
        ExecutingBy String 20
        CompanyAccounts String 4
        RuntimeJob Boolean
        Finishing Int32
        """,
        "BatchJobEntity");

    public EntityType Type => Definition;
}
