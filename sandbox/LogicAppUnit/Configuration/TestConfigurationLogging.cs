namespace LogicAppUnit;

/// <summary>What is written to the test's output.</summary>
public class TestConfigurationLogging
{
    /// <summary>Whether what the workflow's loading found is written, warnings too.</summary>
    public bool WriteFunctionRuntimeStartupLogs { get; set; }

    /// <summary>Whether each call says why mocks matched it or not.</summary>
    public bool WriteMockRequestMatchingLogs { get; set; }
}
