namespace LogicAppUnit;

/// <summary>What testConfiguration.json in the working directory of the tests says; all of it is optional.</summary>
public class TestConfiguration
{
    /// <summary>Name of the file with the app settings; null = <c>local.settings.json</c>.</summary>
    public string? LocalSettingsFilename { get; set; }

    /// <summary>Read, and without effect: in process nothing needs a storage emulator.</summary>
    public TestConfigurationAzurite Azurite { get; set; } = new();

    /// <summary>What is written to the test's output.</summary>
    public TestConfigurationLogging Logging { get; set; } = new();

    /// <summary>How runs are awaited and answered.</summary>
    public TestConfigurationRunner Runner { get; set; } = new();

    /// <summary>What is changed in the workflow before it runs.</summary>
    public TestConfigurationWorkflow Workflow { get; set; } = new();
}
