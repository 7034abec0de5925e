using System.Text.Json.Nodes;

namespace B2BConnector.Sandbox.Tests.SyncIssues;

/// <summary>What a person reads after a step failed.</summary>
/// <param name="Situation">What happened.</param>
/// <param name="Code">The code that the step found.</param>
/// <param name="Reason">Why: from the issue, or from the run where no issue could be written.</param>
/// <param name="Remedy">What to do; null where no issue could be written.</param>
/// <param name="Run">The error of the run.</param>
internal sealed record IssueText(IssueSituation Situation, string Code, string Reason, string? Remedy, string Run)
{
    public static IssueText Of(IssueSituation situation, string code, JsonObject? issue, JsonObject run) => new(
        situation,
        code,
        (string)(issue?["b2b_reason"] ?? run["properties"]!["error"]!["message"])!,
        (string?)issue?["b2b_remedy"],
        (string)run["properties"]!["error"]!["code"]!);
}
