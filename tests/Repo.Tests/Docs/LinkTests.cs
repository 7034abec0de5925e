using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Docs;

public sealed class LinkTests
{
    private static readonly Regex Link = new(@"\[[^\]]*\]\((?<target>[^)\s]+)(?:\s+""[^""]*"")?\)");
    private static readonly Regex Elsewhere = new("^[a-z]+:", RegexOptions.IgnoreCase);
    private static readonly Regex Fence = new("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline);
    private static readonly Regex InlineCode = new("`[^`\n]*`");
    private static readonly Regex Heading = new("^#+ +(?<text>.+?)\\s*$", RegexOptions.Multiline);

    [Fact]
    public void Markdown_Links_LeadSomewhere() =>
        Rule.Holds(Broken(Tree.Repository), "Mend these links; they are relative to the file they stand in:");

    [Fact]
    public void Broken_MissingFileAndHeading_AreFound() =>
        Rule.Finds(
            Broken(Tree.Of(
                ("docs/a.md", "[x](b.md) [y](../README.md#what-it-is) [z](b.md#nowhere) [w](https://example.com) ![p](gone.png)\n```\n[no](no.md)\n```\n"),
                ("docs/b.md", "# B"),
                ("README.md", "## What it *is*?"))),
            "docs/a.md: b.md#nowhere",
            "docs/a.md: gone.png");

    private static IEnumerable<string> Broken(Tree tree) =>
        from path in tree.Under("", ".md")
        from Match match in Link.Matches(Prose(tree.Text(path)))
        let target = match.Groups["target"].Value
        where !Elsewhere.IsMatch(target) && !Leads(tree, path, target)
        select $"{path}: {target}";

    private static string Prose(string markdown) => InlineCode.Replace(Fence.Replace(markdown, ""), code => new string('x', code.Length));

    private static bool Leads(Tree tree, string from, string target)
    {
        var parts = target.Split('#', 2);
        var path = parts[0].Length == 0 ? from : Tree.Resolve(from, Uri.UnescapeDataString(parts[0]));
        return parts.Length == 1 ? tree.HasFile(path) || tree.HasFolder(path) : tree.HasFile(path) && Anchors(tree.Text(path)).Contains(parts[1]);
    }

    /// <summary>Anchors as GitHub makes them: lower case, punctuation gone, spaces to hyphens.</summary>
    private static HashSet<string> Anchors(string markdown) =>
        [.. Heading.Matches(Fence.Replace(markdown, "")).Select(match =>
            new string([.. match.Groups["text"].Value.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')]).Replace(' ', '-'))];
}
