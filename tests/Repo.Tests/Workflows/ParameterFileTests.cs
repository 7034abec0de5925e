using System.Text.Json.Nodes;

namespace B2BConnector.Repo.Tests.Workflows;

/// <summary>Deployment puts parameters.test.json or parameters.prod.json in the place of parameters.json: a workflow must find the same in each.</summary>
public sealed class ParameterFileTests
{
    private const string Local = "workflows/parameters.json";
    private static readonly string[] Deployed = ["workflows/parameters.test.json", "workflows/parameters.prod.json"];

    [Fact]
    public void Parameters_OfEveryEnvironment_AreTheSameOfTheSameType() =>
        Rule.Holds(Different(Tree.Repository), $"Define every parameter of {Local} with its type, and no other:");

    [Fact]
    public void Parameters_OfAnEnvironment_UseItsManagedIdentity() =>
        Rule.Holds(WithKeys(Tree.Repository), "Connection keys are for the local machine; in Azure a connection is used with the managed identity:");

    [Fact]
    public void Different_MissingOtherTypeAndExtra_AreFound() =>
        Rule.Finds(
            Different(Tree.Of([
                (Local, """{"a":{"type":"Int","value":1},"b":{"type":"Int","value":1}}"""),
                (Deployed[0], """{"a":{"type":"String","value":"1"}}"""),
                (Deployed[1], """{"a":{"type":"Int","value":1},"b":{"type":"Int","value":2},"c":{"type":"Int","value":3}}""")])),
            "test.json: a", "test.json: b", "prod.json: c");

    [Fact]
    public void WithKeys_RawAuthentication_IsFound() =>
        Rule.Finds(
            WithKeys(Tree.Of([(Deployed[0], """{"x-Authentication":{"type":"Object","value":{"type":"Raw"}},"y-Authentication":{"type":"Object","value":{"type":"ManagedServiceIdentity"}}}""")])),
            "x-Authentication");

    private static IEnumerable<string> Different(Tree tree)
    {
        var local = Types(tree, Local);
        return from file in Deployed
               let types = Types(tree, file)
               from name in local.Keys.Union(types.Keys)
               where local.GetValueOrDefault(name) != types.GetValueOrDefault(name)
               select $"{file}: {name}";
    }

    private static IEnumerable<string> WithKeys(Tree tree) =>
        from file in Deployed.Where(tree.HasFile)
        from parameter in JsonNode.Parse(tree.Text(file))!.AsObject()
        where parameter.Key.EndsWith("-Authentication", StringComparison.Ordinal) && (string?)parameter.Value!["value"]?["type"] != "ManagedServiceIdentity"
        select $"{file}: {parameter.Key}";

    private static Dictionary<string, string?> Types(Tree tree, string file) =>
        tree.HasFile(file) ? JsonNode.Parse(tree.Text(file))!.AsObject().ToDictionary(entry => entry.Key, entry => (string?)entry.Value!["type"]) : [];
}
