namespace B2BConnector.Connector.Configuration;

/// <summary>What the batch jobs are called. Section <c>Jobs</c>. An administrator may describe a job in any words, so names can be added.</summary>
internal sealed class JobOptions
{
    public const string Section = "Jobs";

    /// <value>P-0001, to which the configuration adds.</value>
    public IList<string> PullRequests { get; } = ["P-0001"];

    /// <value>The three names that documents give one job, to which the configuration adds.</value>
    public IList<string> SynchronizeRequests { get; } =
        ["Synchronize customers and channel requests", "Synchronize orders and channel requests", "Synchronize customers and business partners from async mode"];

    /// <value>1010, to which the configuration adds.</value>
    public IList<string> PushCustomers { get; } = ["1010"];

    /// <value>Send email notification, to which the configuration adds.</value>
    public IList<string> SendEmail { get; } = ["Send email notification"];

    /// <summary>After this long without an end of an execution, CheckEnvironment warns.</summary>
    /// <value>The default is one day.</value>
    public TimeSpan ExpectedWithin { get; set; } = TimeSpan.FromDays(1);
}
