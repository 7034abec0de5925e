namespace B2BConnector.Runtime.CloudFlows;

/// <summary>What a Power Platform environment gives the cloud flows that are imported into it.</summary>
public sealed class FlowEnvironment
{
    /// <summary>The unpacked solution: its flows are <c>Workflows/*.json</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>The connection that each connection reference is bound to, by the reference's logical name.</summary>
    public IReadOnlyDictionary<string, FlowConnection> Connections { get; init; } = new Dictionary<string, FlowConnection>();

    /// <summary>Values of environment variables by schema name; the others have the default that the flow names.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}
