using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Metadata;

/// <summary>The text of a function.json in the shape that the platform's SDK writes for .NET 8.</summary>
internal sealed record FunctionJson(string Name, string Text)
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static FunctionJson Of(FunctionDeclaration function, string scriptFile, string language)
    {
        var json = new JsonObject
        {
            ["Name"] = function.Name,
            ["ScriptFile"] = scriptFile,
            ["FunctionDirectory"] = null,
            ["EntryPoint"] = function.EntryPoint,
            ["Language"] = language,
            ["Properties"] = new JsonObject(),
            ["Bindings"] = new JsonArray(Trigger(function)),
            ["InputBindings"] = new JsonArray(Trigger(function)),
            ["OutputBindings"] = new JsonArray(),
            ["Trigger"] = Trigger(function),
            ["InputSchema"] = function.Inputs,
            ["OutputSchema"] = function.Output,
        };
        return new FunctionJson(function.Name, json.ToJsonString(Format) + "\n");
    }

    private static JsonObject Trigger(FunctionDeclaration function) => new()
    {
        ["Name"] = function.Trigger,
        ["Connection"] = null,
        ["Type"] = "workflowActionTrigger",
        ["Properties"] = new JsonObject(),
        ["Direction"] = "In",
        ["DataType"] = null,
        ["Cardinality"] = null,
        ["IsTrigger"] = true,
        ["IsReturn"] = false,
        ["Raw"] = null,
    };
}
