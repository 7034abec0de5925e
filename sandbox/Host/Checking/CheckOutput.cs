using System.Text.Json.Nodes;
using B2BConnector.Wdl;

namespace B2BConnector.Host.Checking;

/// <summary>Writes what a check found, for people and build servers or for programs.</summary>
internal static class CheckOutput
{
    /// <summary>One line for each problem. What only the sandbox cannot run is a warning, unless the sandbox is meant.</summary>
    public static IEnumerable<string> Lines(FolderCheck check, bool sandbox) => check.Problems.Select(problem => Ranked(problem, sandbox).ToString());

    public static string Summary(FolderCheck check) =>
        $"{Count(check.Errors, "error")}, {Count(check.Warnings, "warning")}, {check.Unsupported} that Azure accepts and the sandbox cannot run";

    public static JsonObject Json(FolderCheck check, bool sandbox) => new()
    {
        ["folder"] = check.Folder,
        ["errors"] = check.Errors,
        ["warnings"] = check.Warnings,
        ["unsupported"] = check.Unsupported,
        ["problems"] = new JsonArray([.. check.Problems.Select(problem => Json(problem, sandbox))]),
    };

    private static JsonObject Json(Problem problem, bool sandbox) => new()
    {
        ["file"] = problem.File,
        ["line"] = problem.Line,
        ["column"] = problem.Column,
        ["severity"] = Ranked(problem, sandbox).Severity == ProblemSeverity.Error ? "error" : "warning",
        ["onlyHere"] = problem.Severity == ProblemSeverity.Unsupported,
        ["code"] = problem.Code,
        ["message"] = problem.Message,
        ["path"] = problem.Path,
        ["span"] = problem.Span is { } span ? new JsonObject { ["start"] = span.Start, ["length"] = span.Length } : null,
        ["remedy"] = problem.Remedy,
    };

    private static Problem Ranked(Problem problem, bool sandbox) => problem.Severity == ProblemSeverity.Unsupported
        ? problem with { Severity = sandbox ? ProblemSeverity.Error : ProblemSeverity.Warning }
        : problem;

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
