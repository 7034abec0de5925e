namespace B2BConnector.Host.Services;

/// <summary>What every service needs to be started.</summary>
internal sealed record ServiceContext(
    SandboxOptions Options,
    SandboxAddresses Addresses,
    SandboxSecrets Secrets,
    string MailFolder,
    ILoggerFactory Loggers,
    TimeProvider Time)
{
    /// <summary>The file of one system, or null for memory.</summary>
    public string? Store(string system)
    {
        if (Options.DataFolder is not { } data)
        {
            return null;
        }

        Directory.CreateDirectory(data);
        return Path.Combine(data, system + ".db");
    }
}
