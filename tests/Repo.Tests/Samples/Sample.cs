using System.Text.Json.Nodes;

namespace B2BConnector.Repo.Tests.Samples;

/// <summary>One onboarding request of samples/onboarding-requests.json.</summary>
public sealed record Sample(string Id, string Channel, string Via, JsonObject Request, string Action, string? Reason, string ProspectStatus, string Lead, string Why)
{
    private const string File = "samples/onboarding-requests.json";

    public static IReadOnlyList<Sample> All { get; } = Read(Tree.Repository.Text(File));

    public string? Field(string name) => (string?)Request[name];

    public JsonObject? Address => (JsonObject?)Request["address"];

    /// <summary>Names outside the contract are refused: the demo's reader must not meet a field it does not know.</summary>
    public static IReadOnlyList<Sample> Read(string json) =>
        [.. JsonNode.Parse(json)!["requests"]!.AsArray().Select(node => One(node!.AsObject()))];

    private static Sample One(JsonObject sample)
    {
        Only(sample, "id", "channel", "via", "request", "seller", "expected", "why");
        Only(sample["seller"]!.AsObject(), "action", "reason");
        Only(sample["expected"]!.AsObject(), "prospectStatus", "lead");
        return new Sample(
            (string)sample["id"]!,
            (string)sample["channel"]!,
            (string)sample["via"]!,
            sample["request"]!.AsObject(),
            (string)sample["seller"]!["action"]!,
            (string?)sample["seller"]!["reason"],
            (string)sample["expected"]!["prospectStatus"]!,
            (string)sample["expected"]!["lead"]!,
            (string)sample["why"]!);
    }

    private static void Only(JsonObject json, params string[] names) =>
        Assert.All(json, property => Assert.Contains(property.Key, names));
}
