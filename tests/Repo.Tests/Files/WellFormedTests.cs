using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace B2BConnector.Repo.Tests.Files;

public sealed class WellFormedTests
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, AllowTrailingCommas = false, CommentHandling = JsonCommentHandling.Disallow };

    [Fact]
    public void JsonFiles_All_Parse() =>
        Rule.Holds(BrokenJson(Tree.Repository), "Mend these files; JSON knows no comments, no trailing commas and no name twice:");

    [Fact]
    public void XmlFiles_All_AreWellFormed() => Rule.Holds(BrokenXml(Tree.Repository), "Mend these files:");

    [Fact]
    public void BrokenJson_CommentAndDoubleName_AreFound() =>
        Rule.Finds(BrokenJson(Tree.Of(("a.json", "{} // no"), ("b.json", """{"a":1,"a":2}"""), ("c.json", """{"a":1}"""))), "a.json", "b.json");

    [Fact]
    public void BrokenXml_OpenElement_IsFound() =>
        Rule.Finds(BrokenXml(Tree.Of(("a.csproj", "<Project>"), ("b.xml", "<a/>"))), "a.csproj");

    /// <summary>Inputs of tests that must be malformed say so in their path.</summary>
    private static IEnumerable<string> BrokenJson(Tree tree) =>
        tree.Under("", ".json")
            .Where(path => !(path.StartsWith("tests/", StringComparison.Ordinal) && path.Contains("malformed", StringComparison.OrdinalIgnoreCase)))
            .Select(path => Complaint(path, () => JsonDocument.Parse(tree.Text(path), Strict).Dispose()))
            .OfType<string>();

    private static IEnumerable<string> BrokenXml(Tree tree) =>
        tree.Under("", ".xml", ".csproj", ".props", ".targets", ".xsd", ".xslt", ".resx", ".config")
            .Select(path => Complaint(path, () => XDocument.Parse(tree.Text(path))))
            .OfType<string>();

    private static string? Complaint(string path, Action parse)
    {
        try
        {
            parse();
            return null;
        }
        catch (Exception problem) when (problem is JsonException or XmlException)
        {
            return $"{path}: {problem.Message}";
        }
    }
}
