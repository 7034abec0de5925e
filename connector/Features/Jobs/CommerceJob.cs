namespace B2BConnector.Connector.Features.Jobs;

/// <summary>The batch jobs that the life of a prospect depends on.</summary>
internal enum CommerceJob
{
    /// <summary>P-0001: fetches requests from the channel.</summary>
    PullRequests,

    /// <summary>Synchronize customers and channel requests: makes prospects of them.</summary>
    SynchronizeRequests,

    /// <summary>1010: tells the channel about customers and hierarchies.</summary>
    PushCustomers,

    /// <summary>Send email notification.</summary>
    SendEmail,
}
