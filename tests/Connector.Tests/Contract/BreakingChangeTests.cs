using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rule 78: what makers built on the last released contract goes on working.</summary>
public sealed class BreakingChangeTests
{
    /// <summary>At each release the contract of that release takes this file's place.</summary>
    private static string ReleasedPath => Path.Combine(RepositoryFiles.Root, "tests", "Connector.Tests", "Contract", "Released", "apiDefinition.swagger.json");

    [Fact]
    public void Rule78_Contract_BreaksNothingReleased() =>
        Assert.Empty(BreakingChanges.Between(Load(ReleasedPath), Load(RepositoryFiles.SwaggerPath)));

    public static TheoryData<string, Action<JsonObject>> Changes => new()
    {
        { "GetProspect is gone.", document => Operation(document, "GetProspect").Remove("get") },
        { "ApproveProspect is hidden now.", document => Operation(document, "ApproveProspect")["post"]!["x-ms-visibility"] = "internal" },
        { "moved from GET /prospects to GET /all-prospects.", document => Move(document, "/prospects", "/all-prospects") },
        { "takes no query parameter", document => Parameters(document, "ListProspects").RemoveAll(parameter => Resolved(document, parameter)["in"]!.ToString() == "query") },
        { "requires header parameter X-Purpose now.", document => Parameters(document, "ListProspects").Add(new JsonObject { ["name"] = "X-Purpose", ["in"] = "header", ["type"] = "string", ["required"] = true }) },
        { "has no prospectId any more.", document => EachSchema(document, schema => (schema["properties"] as JsonObject)?.Remove("prospectId")) },
        { "as integer, no longer as string.", document => EachSchema(document, schema => Retype(schema, "prospectId")) },
        { "The way to sign in changed.", document => document["securityDefinitions"] = new JsonObject() },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Between_ChangeThatBreaksMakers_IsNamed(string sentence, Action<JsonObject> change)
    {
        var changed = Load(RepositoryFiles.SwaggerPath);
        change(changed);

        Assert.Contains(BreakingChanges.Between(Load(RepositoryFiles.SwaggerPath), changed), found => found.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void Between_AdditionsAndTexts_BreakNothing()
    {
        var changed = Load(RepositoryFiles.SwaggerPath);
        Operation(changed, "GetProspect")["get"]!["description"] = "Said otherwise.";
        Parameters(changed, "ListProspects").Add(new JsonObject { ["name"] = "note", ["in"] = "query", ["type"] = "string" });
        changed["paths"]!["/new"] = new JsonObject { ["get"] = new JsonObject { ["operationId"] = "NewOne", ["responses"] = new JsonObject() } };

        Assert.Empty(BreakingChanges.Between(Load(RepositoryFiles.SwaggerPath), changed));
    }

    private static JsonObject Load(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();

    private static JsonObject Operation(JsonObject document, string id) => document["paths"]!.AsObject()
        .Select(path => path.Value!.AsObject())
        .Single(path => path.Any(operation => operation.Value is JsonObject json && json["operationId"]?.ToString() == id));

    private static JsonArray Parameters(JsonObject document, string id) => Operation(document, id)["get"]!["parameters"]!.AsArray();

    private static JsonObject Resolved(JsonObject document, JsonNode? parameter) => new CheckedInContract(document).Resolve(parameter!.AsObject());

    private static void Move(JsonObject document, string from, string to)
    {
        var paths = document["paths"]!.AsObject();
        var item = paths[from]!.DeepClone();
        paths.Remove(from);
        paths[to] = item;
    }

    private static void EachSchema(JsonObject document, Action<JsonObject> change)
    {
        foreach (var (_, node) in CheckedInContract.Objects(document).ToList())
        {
            change(node);
        }
    }

    private static void Retype(JsonObject schema, string name)
    {
        if (schema["properties"] is JsonObject properties && properties[name] is JsonObject property)
        {
            property["type"] = "integer";
        }
    }
}
