namespace B2BConnector.Connector.Features.Checks;

/// <summary>How a check ended, from good to bad.</summary>
internal enum CheckState
{
    Passed,

    /// <summary>No interface of Commerce tells: a person has to look.</summary>
    Confirm,

    /// <summary>It may be meant so.</summary>
    Warning,

    /// <summary>Partners will not get what they should.</summary>
    Failed,
}
