using System.Text.Json.Nodes;
using B2BConnector.Dataverse.Faults;
using B2BConnector.Host;
using B2BConnector.Sandbox.Tests.Transport;
using Microsoft.Extensions.Configuration;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>How the systems of some stories are set up.</summary>
/// <param name="Name">For messages.</param>
internal sealed record CrashVariant(string Name)
{
    /// <summary>As delivered, but reconcile sleeps: what a crash leaves behind must not need it.</summary>
    public static CrashVariant Plain { get; } = new("plain");

    /// <summary>A decision of headquarters closes the rows in Sales.</summary>
    public static CrashVariant Closing { get; } = new("headquarters closes") { Parameters = { ["onHeadquartersDecision"] = "Close" } };

    /// <summary>Dataverse leaves account and contact of a qualified lead empty.</summary>
    public static CrashVariant NoParents { get; } = new("no parents") { Change = hooks => hooks.Dataverse += options => options.QualifyFillsLeadParents = false };

    /// <summary>Writing the status of a prospect does nothing else in Commerce.</summary>
    public static CrashVariant NoEffects { get; } = new("no effects") { Change = hooks => hooks.Commerce += options => options.StatusWriteHasEffects = false };

    /// <summary>The connector makes hierarchies itself, and prospects without the scale unit.</summary>
    public static CrashVariant Composing { get; } = new("connector composes")
    {
        Change = hooks =>
        {
            hooks.Commerce += options => options.StatusWriteHasEffects = false;
            hooks.Connector += builder => builder.Configuration.AddInMemoryCollection(
                new Dictionary<string, string?> { ["Decision:Strategy"] = "Compose", ["Onboarding:Route"] = "Prospects" });
        },
    };

    /// <summary>No event of Dataverse is heard; reconcile finds everything by itself.</summary>
    public static CrashVariant Unheard { get; } = new("events are dropped")
    {
        Parameters = { ["reconcileIntervalMinutes"] = 5 },
        Settle = TimeSpan.FromMinutes(11),
        Change = hooks => hooks.Dataverse += options => options.CallbackFaults.Script = _ => new CallbackFault { Kind = CallbackFaultKind.Drop },
    };

    /// <summary>As delivered, without managed connections.</summary>
    public static CrashVariant OverHttp { get; } = new("over plain HTTP") { Rewrite = HttpWorkflows.TakePlaceOf };

    /// <summary>Values in parameters.json that differ from the delivered ones.</summary>
    public Dictionary<string, JsonNode> Parameters { get; } = new() { ["reconcileIntervalMinutes"] = 500_000 };

    public Action<SandboxHooks>? Change { get; init; }

    /// <summary>Writes the copy of the workflows anew.</summary>
    public Action<string>? Rewrite { get; init; }

    /// <summary>Passes after the people are done and before anybody looks.</summary>
    public TimeSpan Settle { get; init; }

    public void ChangeParameters(string workflows)
    {
        var file = Path.Combine(workflows, "parameters.json");
        var parameters = JsonNode.Parse(File.ReadAllText(file))!;
        foreach (var (name, value) in Parameters)
        {
            parameters[name]!["value"] = value.DeepClone();
        }

        File.WriteAllText(file, parameters.ToJsonString());
        Rewrite?.Invoke(workflows);
    }
}
