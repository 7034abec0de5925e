namespace B2BConnector.Connector.Tests.Support;

/// <summary>Which database the connectors of a test keep their store in. A folder stands for a store in either.</summary>
internal abstract class StoreUnderTest
{
    private static readonly AsyncLocal<StoreUnderTest?> Chosen = new();

    /// <summary>SQLite, unless the test said otherwise. Holds for everything that the one who sets it awaits from there on.</summary>
    public static StoreUnderTest Current
    {
        get => Chosen.Value ?? FileUnderTest.Instance;
        set => Chosen.Value = value;
    }

    /// <summary>How long after the next start a killed connector's leases still hold.</summary>
    public abstract TimeSpan LeftLease { get; }

    /// <summary>The settings that make a folder's store the one to use.</summary>
    public abstract Task<Dictionary<string, string?>> SettingsAsync(string folder);

    /// <summary>What a process leaves behind that is killed now.</summary>
    public abstract Task CopyAsync(string from, string to);

    /// <summary>Everything that is stored, for finding texts in it.</summary>
    public abstract Task<string> ReadAsync(string folder);
}
