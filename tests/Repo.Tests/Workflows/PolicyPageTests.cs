using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>The page about retries, limits, concurrency and secured data shows what the files say.</summary>
public sealed class PolicyPageTests
{
    private const string Page = "docs/reliability.md";

    [Fact]
    public void PolicyPage_Tables_AreWhatTheWorkflowsSay()
    {
        var fresh = Filled(Tree.Repository.Text(Page), PolicyPage.Tables(Tree.Repository));
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(Path.Combine(Tree.Repository.Root, Page), fresh);
        }

        Assert.True(Tree.Repository.Text(Page) == fresh, $"{Page} is not what the workflows say. Run: ACCEPT=1 dotnet test tests/Repo.Tests --filter PolicyPage");
    }

    [Fact]
    public void PolicyPage_OneWorkflow_HasARowInEachTable()
    {
        var tables = PolicyPage.Tables(WorkflowTree.With(
            """
            {"Get":{"type":"ApiConnection","inputs":{"retryPolicy":{"type":"exponential","count":4,"interval":"PT7S","minimumInterval":"PT5S","maximumInterval":"PT1M"}},"runtimeConfiguration":{"secureData":{"properties":["outputs"]}}},
            "Until_there":{"type":"Until","limit":{"count":20,"timeout":"PT20M"},"actions":{}},"Each":{"type":"Foreach","operationOptions":"Sequential","actions":{}}}
            """));

        Assert.EndsWith("| exponential, 4 retries, 7 s, from 5 s to 1 min | `Get` of bad |", tables["retries"], StringComparison.Ordinal);
        Assert.EndsWith("| bad: `Until_there` | 20 | 20 min |", tables["limits"], StringComparison.Ordinal);
        Assert.EndsWith("| bad: `Each` | `Sequential` |", tables["concurrency"], StringComparison.Ordinal);
        Assert.EndsWith("| bad |  | `Get` |", tables["secured"], StringComparison.Ordinal);
    }

    private static string Filled(string page, IReadOnlyDictionary<string, string> tables) =>
        tables.Aggregate(page, (text, table) =>
        {
            var part = new Regex($"(?<=<!-- {table.Key} -->\n).*?(?=<!-- /{table.Key} -->)", RegexOptions.Singleline);
            return part.IsMatch(text) ? part.Replace(text, _ => table.Value + "\n") : throw new InvalidOperationException($"{Page} has no place <!-- {table.Key} -->.");
        });
}
