using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>Reading and writing a file of the designer changes nothing: a save shows what was changed, not how it was written.</summary>
public sealed class RoundTripTests
{
    private static readonly JsonSerializerOptions AsTheDesigner = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Files_ReadAndWritten_AreTheSameText() =>
        Rule.Holds(Different(Tree.Repository), "Save these files with two blanks of indentation, one value on each line, a line break at the end:");

    [Fact]
    public void Different_CompactObject_IsFound() =>
        Rule.Finds(Different(Tree.Of(("workflows/a/workflow.json", "{\n  \"a\": { \"b\": 1 }\n}\n"), ("workflows/b/workflow.json", "{\n  \"a\": \"é\"\n}\n"))), "workflows/a/workflow.json");

    private static IEnumerable<string> Different(Tree tree) =>
        from path in tree.Under("workflows", ".json").Concat(tree.Under("solution/flows/Workflows", ".json"))
        let text = tree.Text(path)
        where JsonNode.Parse(text)!.ToJsonString(AsTheDesigner) + "\n" != text
        select path;
}
