using B2BConnector.Host;
using Microsoft.Extensions.Configuration;

namespace B2BConnector.Sandbox.Tests.SyncIssues;

/// <summary>One thing that can go wrong while create-lead works.</summary>
/// <param name="What">What happens, for the docs.</param>
/// <param name="Code">The code that the step must find.</param>
internal sealed record IssueSituation(string What, string Code)
{
    private const string OtherKey = "a-key-that-nobody-has-0000000000000000";

    /// <summary>Everything that a workflow can find unreachable, shut or unreadable.</summary>
    public static IReadOnlyList<IssueSituation> All { get; } =
    [
        new("the connector does not answer", "BadGateway") { Services = SandboxServices.All & ~SandboxServices.Console & ~SandboxServices.Connector },
        new("the connection breaks while the connector answers", "BadGateway") { Fault = ("apim", "Reset") },
        new("the connector answers too late", "GatewayTimeout") { Fault = ("apim", "Timeout") },
        new("the connector's host answers 503 with a page", "ServiceUnavailable") { Fault = ("apim", "Unavailable") },
        new("the connection has no calls left (429)", "429") { Fault = ("apim", "Throttle") },
        new("the key of the connection to the connector is wrong", "unauthenticated")
        {
            Systems = options => options.Hooks.Connector = connector => connector.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Authentication:ApiKeys:0:Key"] = OtherKey }),
        },
        new("the Logic App's key of the connection to the connector is wrong", "Unauthorized") { Systems = options => options.AppSettings["b2bconnector-connectionKey"] = "wrong" },
        new("Commerce does not answer", "commerce_unavailable") { Fault = ("commerce", "Unavailable") },
        new("Commerce throttles", "commerce_throttled") { Fault = ("commerce", "Throttle") },
        new("the prospect is gone from Commerce", "prospect_not_found") { ProspectId = "P-999999" },
        new("Dataverse does not answer", "InvokeFunctionFailed") { Fault = ("dataverse", "Unavailable") },
        new("Dataverse throttles", "InvokeFunctionFailed") { Fault = ("dataverse", "Throttle") },
        new("the Logic App's key of the connection to Dataverse is wrong", "Unauthorized") { Systems = options => options.AppSettings["commondataservice-connectionKey"] = "wrong" },
    ];

    /// <value>What runs.</value>
    public SandboxServices Services { get; private init; } = SandboxServices.All & ~SandboxServices.Console;

    /// <value>The system whose every answer is spoiled, and how.</value>
    public (string System, string Kind)? Fault { get; private init; }

    /// <value>Sets the systems.</value>
    public Action<SandboxOptions> Systems { get; private init; } = _ => { };

    /// <value>The prospect handed over; null: one that is there.</value>
    public string? ProspectId { get; private init; }
}
