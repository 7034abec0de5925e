namespace LogicAppUnit;

/// <summary>What is changed in the workflow before it runs.</summary>
public class TestConfigurationWorkflow
{
    /// <summary>Settings that start with one of these addresses lead to the mocks.</summary>
    public List<string> ExternalApiUrlsToMock { get; set; } = [];

    /// <summary>Operation ids of built-in connectors that become calls of the mocks.</summary>
    public List<string> BuiltInConnectorsToMock { get; set; } = [];

    /// <summary>Managed connections that lead to the mocks; empty = all.</summary>
    public List<string> ManagedApisToMock { get; set; } = [];

    /// <summary>Whether a Stateless workflow keeps its history for the test.</summary>
    public bool AutoConfigureWithStatelessRunHistory { get; set; } = true;

    /// <summary>Whether Http actions are not repeated.</summary>
    public bool RemoveHttpRetryConfiguration { get; set; } = true;

    /// <summary>Whether Http actions send their content in one piece.</summary>
    public bool RemoveHttpChunkingConfiguration { get; set; } = true;

    /// <summary>Whether actions of managed connections are not repeated.</summary>
    public bool RemoveManagedApiConnectionRetryConfiguration { get; set; } = true;
}
