namespace B2BConnector.Host.Services;

/// <summary>What every service needs to be started.</summary>
internal sealed record ServiceContext(
    SandboxOptions Options,
    SandboxAddresses Addresses,
    SandboxSecrets Secrets,
    string MailFolder,
    ILoggerFactory Loggers)
{
    public TimeProvider Time => Options.Time;

    /// <summary>Each part has ids of its own, so that one part's calls do not change another part's ids.</summary>
    public Emulation.IdSource Ids(string part) => Options.Seed is { } seed
        ? Emulation.IdSources.Seeded(unchecked((seed * 31) + part.Length + part[0]))
        : Emulation.IdSources.Random;

    public Action<int>? Busy(string part) => Options.Hooks.Busy?.Invoke(part);

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
