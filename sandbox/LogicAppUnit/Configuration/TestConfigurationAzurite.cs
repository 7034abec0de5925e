namespace LogicAppUnit;

/// <summary>The storage emulator that the platform's host needs. Without effect in process.</summary>
public class TestConfigurationAzurite
{
    /// <summary>Whether tests fail at once when nothing listens on the ports.</summary>
    public bool EnableAzuritePortCheck { get; set; } = true;

    /// <summary>Port of the Blob service.</summary>
    public int BlobServicePort { get; set; } = 10000;

    /// <summary>Port of the Queue service.</summary>
    public int QueueServicePort { get; set; } = 10001;

    /// <summary>Port of the Table service.</summary>
    public int TableServicePort { get; set; } = 10002;
}
