using System.Text;
using System.Text.Json.Nodes;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.SyncIssues;

/// <summary>What people read when a system is down or shut, played for every one; docs/issues.md lists it.</summary>
[Collection(nameof(HostProcess))]
[Trait("Tier", "Long")]
public sealed class IssueListTests
{
    [Fact]
    public async Task Issues_OfEveryOutage_AreListedInTheDocs()
    {
        var texts = new List<IssueText>();
        foreach (var situation in IssueSituation.All)
        {
            texts.Add(await IssuePlayer.PlayAsync(situation));
        }

        var path = Path.Combine(Repository.Root, "docs", "issues.md");
        var page = Page(texts);
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.Empty(texts.Where(text => text.Code != text.Situation.Code).Select(text => $"{text.Situation.What}: {text.Code}, not {text.Situation.Code}"));
        Assert.All(texts, text => Assert.Matches("^[A-Z].{20,}[.]", text.Reason));
        Assert.True(File.Exists(path) && File.ReadAllText(path) == page, "docs/issues.md is not what the workflows say. Run: ACCEPT=1 dotnet test tests/Workflows.Tests --filter IssueList");
    }

    private static string Page(IEnumerable<IssueText> texts)
    {
        var page = new StringBuilder("""
            # What a failed step says

            Written by a test that plays each of these on a whole sandbox, with the step create-lead; the other steps say the same. A step that fails
            for good writes a row of the table *B2B sync issue*, and its run ends as Failed. While Dataverse itself is down, the row is tried for hours;
            then the run says `SyncIssueNotWritten`, and reconcile does the work once Dataverse is back. What the connector refuses is listed in
            [errors](errors.md).

            | what happens | code | reason | remedy | error of the run |
            |---|---|---|---|---|

            """);
        foreach (var text in texts)
        {
            page.Append($"| {text.Situation.What} | `{text.Code}` | {Cell(text.Reason)} | {Cell(text.Remedy ?? "(in the run only)")} | `{text.Run}` |\n");
        }

        page.Append("""

            ## Requests that the site refuses

            The form says so at once, and nothing is left behind ([samples](../samples/refused-requests.json), played by the demo).

            | request | sentence |
            |---|---|

            """);
        foreach (var sample in JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "samples", "refused-requests.json")))!["requests"]!.AsArray())
        {
            page.Append($"| {Cell((string)sample!["why"]!)} | {Cell((string)sample["expected"]!["message"]!)} |\n");
        }

        return page.ToString();
    }

    private static string Cell(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
