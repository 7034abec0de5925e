using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests;

/// <summary>A rule yields one finding per offence. The tree must yield none; a bad input must yield what its test names.</summary>
public static class Rule
{
    public static void Holds(IEnumerable<string> findings, string remedy)
    {
        var list = findings.ToList();
        if (list.Count > 0)
        {
            Assert.Fail($"{remedy}\n  {string.Join("\n  ", list)}");
        }
    }

    /// <summary>Each fragment stands in a finding, and there are no more findings than fragments.</summary>
    public static void Finds(IEnumerable<string> findings, params string[] fragments)
    {
        var list = findings.ToList();
        Assert.All(fragments, fragment => Assert.Contains(list, finding => finding.Contains(fragment, StringComparison.Ordinal)));
        Assert.Equal(fragments.Length, list.Count);
    }

    /// <summary>"path:line: text" for every line that matches.</summary>
    public static IEnumerable<string> Search(this Tree tree, IEnumerable<string> paths, Regex pattern) =>
        from path in paths
        from line in tree.Text(path).Split('\n').Select((text, index) => (Text: text.Trim(), Number: index + 1))
        where pattern.IsMatch(line.Text)
        select $"{path}:{line.Number}: {line.Text[..Math.Min(line.Text.Length, 140)]}";
}
