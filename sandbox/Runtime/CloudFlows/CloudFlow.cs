using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.CloudFlows;

/// <summary>What a cloud flow has of its own: a Logic App shares these in parameters.json and connections.json.</summary>
/// <param name="References">Its connection references by the name that actions use.</param>
/// <param name="Parameters">Values of its parameters, environment variables among them.</param>
internal sealed record CloudFlow(IReadOnlyDictionary<string, ConnectionReference> References, IReadOnlyDictionary<string, JToken> Parameters)
{
    /// <summary>The language as Power Automate speaks it, as far as it differs.</summary>
    public static LanguageOptions Language { get; } = new() { SelectsByPath = true };
}
