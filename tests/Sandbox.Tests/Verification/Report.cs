using System.Text.Json.Nodes;

namespace B2BConnector.Sandbox.Tests.Verification;

/// <summary>The answer of verify-installation.</summary>
internal sealed class Report(JsonObject body)
{
    public string Result => (string)body["result"]!;

    public string Summary => (string)body["summary"]!;

    public string? ProspectId => (string?)body["prospectId"];

    public JsonNode? Decision => body["decision"];

    /// <summary>The state of a check; the worst where several have the name.</summary>
    public string? StateOf(string check) => Lines(check).Select(line => (string?)line["state"]).FirstOrDefault();

    public string MessageOf(string check) => string.Join(" ", Lines(check).Select(line => (string?)line["message"]));

    /// <summary>Names of the checks that ended so.</summary>
    public IReadOnlyList<string> Checks(string state) =>
        [.. body["checks"]!.AsArray().Where(line => (string?)line!["state"] == state).Select(line => (string)line!["check"]!).Distinct()];

    /// <summary>Every line, for messages of failed tests.</summary>
    public override string ToString() => string.Join("\n", body["checks"]!.AsArray().Select(line => $"{line!["check"]} {line["state"]}: {line["message"]}").Prepend($"{Result}: {Summary}"));

    private IEnumerable<JsonNode> Lines(string check) => body["checks"]!.AsArray().Where(line => (string?)line!["check"] == check).OfType<JsonNode>();
}
