using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Docs;

/// <summary>Code on a page that names its file in its first line ("// tests/…") is cut out of that file, which compiles and runs.</summary>
public sealed class SnippetTests
{
    private const string Page = "docs/how-to/test-a-workflow.md";
    private static readonly Regex Snippet = new(@"```csharp\n// (?<file>[\w./-]+)\n(?<code>.*?)```", RegexOptions.Singleline);

    [Fact]
    public void Snippets_All_AreCutFromTheirFiles() => Rule.Holds(Strange(Tree.Repository), "Copy these parts anew from the file that they name:");

    [Fact]
    public void MakersPage_Code_ComesFromATest() => Assert.True(Snippet.Count(Tree.Repository.Text(Page)) >= 3);

    [Fact]
    public void Strange_ChangedSnippet_IsFound() =>
        Rule.Finds(
            Strange(Tree.Of(("docs/a.md", "```csharp\n// tests/A.cs\nint x = 1;\n```\n```csharp\n// tests/A.cs\nint y = 2;\n```"), ("tests/A.cs", "class A\n{\n    int x = 1;\n}\n"))),
            "docs/a.md: int y = 2;");

    private static IEnumerable<string> Strange(Tree tree) =>
        from page in tree.Under("docs", ".md")
        from Match snippet in Snippet.Matches(tree.Text(page))
        let code = snippet.Groups["code"].Value
        where !Flat(tree.Text(snippet.Groups["file"].Value)).Contains(Flat(code), StringComparison.Ordinal)
        select $"{page}: {code.Split('\n')[0]}";

    // The page shows parts without the indentation of the class.
    private static string Flat(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim())).Trim();
}
