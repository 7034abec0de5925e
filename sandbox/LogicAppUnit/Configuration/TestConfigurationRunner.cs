namespace LogicAppUnit;

/// <summary>How runs are awaited and answered.</summary>
public class TestConfigurationRunner
{
    /// <summary>Seconds of the run's own time after which a test fails because its run has not ended.</summary>
    public int MaxWorkflowExecutionDuration { get; set; } = 300;

    /// <summary>Status of the answer to a call that no mock matches.</summary>
    public int DefaultHttpResponseStatusCode { get; set; } = 200;
}
