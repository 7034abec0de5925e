using Microsoft.Extensions.Hosting;

namespace B2BConnector.Host;

/// <summary>How a sandbox is started. Every value has a default that works in the repository.</summary>
public sealed class SandboxOptions
{
    /// <summary>Root of the repository: holds workflows, solution, the connector's contract and the samples.</summary>
    public string Root { get; set; } = Directory.GetCurrentDirectory();

    /// <summary>Folder with the Logic App, absolute or below <see cref="Root"/>.</summary>
    /// <value>The default is <c>workflows</c>.</value>
    public string Workflows { get; set; } = "workflows";

    /// <summary>Folder with an unpacked solution whose cloud flows run beside the workflows, absolute or below <see cref="Root"/>; null: none.</summary>
    public string? Flows { get; set; }

    /// <summary>Folder that keeps what the systems store; null keeps everything in memory.</summary>
    /// <value>The default is <c>.sandbox</c> below <see cref="Root"/>.</value>
    public string? Data { get; set; } = ".sandbox";

    /// <summary>Ports on loopback; 0 takes a free one.</summary>
    public int ConnectorPort { get; set; } = 5081;

    /// <inheritdoc cref="ConnectorPort"/>
    public int CommercePort { get; set; } = 5082;

    /// <inheritdoc cref="ConnectorPort"/>
    public int DataversePort { get; set; } = 5083;

    /// <inheritdoc cref="ConnectorPort"/>
    public int RuntimePort { get; set; } = 5084;

    /// <inheritdoc cref="ConnectorPort"/>
    public int ConsolePort { get; set; } = 5080;

    /// <summary>How often the connector's change feed reads Commerce.</summary>
    /// <value>The default is one second.</value>
    public TimeSpan FeedInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The only clock of all services.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Seed of the ids of all services; null takes them from the operating system's randomness.</summary>
    public int? Seed { get; set; }

    /// <summary>Where a test or a simulation takes hold of the services.</summary>
    public SandboxHooks Hooks { get; } = new();

    /// <summary>Least severe log level on the console.</summary>
    /// <value>The default is warnings and errors.</value>
    public LogLevel LogLevel { get; set; } = LogLevel.Warning;

    /// <summary>What the systems are started for; anything but Development refuses fault switches.</summary>
    /// <value>The default is what DOTNET_ENVIRONMENT or ASPNETCORE_ENVIRONMENT says, else Development.</value>
    public string Environment { get; set; } = FromEnvironment("DOTNET_ENVIRONMENT") ?? FromEnvironment("ASPNETCORE_ENVIRONMENT") ?? Environments.Development;

    /// <summary>App settings of the Logic App that win over local.settings.json.</summary>
    public IDictionary<string, string> AppSettings { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    internal bool AllowFaults => string.Equals(Environment, Environments.Development, StringComparison.OrdinalIgnoreCase);

    internal string WorkflowsFolder => Path.GetFullPath(Workflows, Path.GetFullPath(Root));

    internal string? DataFolder => Data is null ? null : Path.GetFullPath(Data, Path.GetFullPath(Root));

    internal string InRoot(string path) => Path.GetFullPath(path, Path.GetFullPath(Root));

    private static string? FromEnvironment(string name) => System.Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
