using System.Text.RegularExpressions;
using B2BConnector.Sandbox.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Sandbox.Tests.HowTo;

/// <summary>A page of docs/how-to: each block of JSON and C# says in a comment above it what is done with it.</summary>
internal sealed partial class HowToPage
{
    // The code of the first is cut from a test, and tests/Repo.Tests compares it; the second shows what is printed.
    private static readonly string?[] ChangeNothing = ["test-a-workflow.md", "check-a-logic-app.md"];

    private readonly IReadOnlyList<(string What, string Target, string Text)> _blocks;

    private HowToPage(string name, string text)
    {
        Name = name;
        Unmarked = Fences().Count(text) - Blocks().Count(text);
        _blocks = [.. Blocks().Matches(text).Select(match => (match.Groups["what"].Value, match.Groups["target"].Value, match.Groups["text"].Value))];
    }

    public string Name { get; }

    /// <summary>Blocks of JSON and C# that no comment explains: nothing would check them.</summary>
    public int Unmarked { get; }

    public int Count => _blocks.Count;

    public static IEnumerable<HowToPage> All() => Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal)
        .Select(Path.GetFileName)
        .Where(name => !ChangeNothing.Contains(name))
        .Select(name => Read(name!));

    public static HowToPage Read(string name) => new(name, File.ReadAllText(Path.Combine(Folder, name)));

    /// <summary>Does to a copy of the workflows what the page says.</summary>
    public void ApplyTo(string workflows)
    {
        foreach (var (what, target, text) in _blocks)
        {
            switch (what)
            {
                case "merge":
                    Merge(FileIn(workflows, target), JObject.Parse(text));
                    break;
                case "below":
                    var parts = target.Split(" | ");
                    Insert(FileIn(workflows, parts[0]), parts[1], text);
                    break;
            }
        }
    }

    /// <summary>What the page shows of files as they are: the file, the place in it, and what the page shows.</summary>
    public IEnumerable<(JToken? Shown, JToken? Real)> Quotes() =>
        from block in _blocks
        where block.What == "same"
        let parts = block.Target.Split('#')
        select (JToken.Parse(block.Text), JToken.Parse(File.ReadAllText(Path.Combine(Repository.Root, parts[0]))).SelectToken(parts[1]));

    private static string Folder => Path.Combine(Repository.Root, "docs", "how-to");

    private static string FileIn(string workflows, string target)
    {
        Assert.StartsWith("workflows/", target, StringComparison.Ordinal);
        return Path.Combine(workflows, target["workflows/".Length..]);
    }

    private static void Merge(string file, JObject change)
    {
        var json = JObject.Parse(File.ReadAllText(file));
        Merge(json, change);
        File.WriteAllText(file, json.ToString());
    }

    // RFC 7396.
    private static void Merge(JObject into, JObject change)
    {
        foreach (var property in change.Properties())
        {
            if (property.Value.Type == JTokenType.Null)
            {
                into.Remove(property.Name);
            }
            else if (property.Value is JObject inner && into[property.Name] is JObject there)
            {
                Merge(there, inner);
            }
            else
            {
                into[property.Name] = property.Value.DeepClone();
            }
        }
    }

    private static void Insert(string file, string marker, string text)
    {
        var lines = File.ReadAllLines(file).ToList();
        var at = Assert.Single(lines.Index(), line => line.Item.TrimStart().StartsWith(marker, StringComparison.Ordinal)).Index;
        lines.Insert(at + 1, text.TrimEnd('\n'));
        File.WriteAllLines(file, lines);
    }

    [GeneratedRegex("^```(json|csharp)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Fences();

    [GeneratedRegex("^<!-- (?<what>merge|below|same): (?<target>.+?) -->\n```(json|csharp)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Blocks();
}
