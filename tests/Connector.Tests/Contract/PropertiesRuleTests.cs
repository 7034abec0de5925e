using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rules 67 to 75: apiProperties.json.</summary>
public sealed class PropertiesRuleTests
{
    private static JsonObject Properties => JsonNode.Parse(File.ReadAllText(RepositoryFiles.PropertiesPath))!["properties"]!.AsObject();

    [Fact]
    public void Rule67_BrandColor_IsAColorOfOurOwn()
    {
        Assert.Matches("^#[0-9a-fA-F]{6}$", Properties["iconBrandColor"]!.ToString());
        Assert.DoesNotContain(Properties["iconBrandColor"]!.ToString().ToUpperInvariant(), new[] { "#FFFFFF", "#007EE5" });
    }

    [Fact]
    public void Rule68_PublisherAndOwner_AreNamed() =>
        Assert.All(new[] { "publisher", "stackOwner" }, name => Assert.Matches("^[A-Za-z0-9 ]+$", Properties[name]!.ToString()));

    [Fact]
    public void Rule69_Sets_AreThreeAndExplained()
    {
        Assert.Equal(["entraUser", "servicePrincipal", "apiKey"], Sets().Select(set => set["name"]!.ToString()));
        Assert.All(Sets().Select(set => set["uiDefinition"]!).Prepend(Properties["connectionParameterSets"]!["uiDefinition"]!), Explained);
        Assert.All(Parameters(), parameter =>
        {
            var definition = parameter.Value["uiDefinition"]!;
            Explained(definition);
            Assert.NotEmpty(definition["tooltip"]!.ToString());
            Assert.NotEmpty(definition["schema"]!["description"]!.ToString());
            Assert.All(new[] { "required", "hidden" }, name => Assert.Contains(definition["constraints"]![name]?.ToJsonString(), new[] { "\"true\"", "\"false\"", null }));
        });

        static void Explained(JsonNode definition) =>
            Assert.All(new[] { "displayName", "description" }, name => Assert.NotEmpty(definition[name]!.ToString()));
    }

    [Fact]
    public void Rule70_Secrets_AreSecureAndNotInTheFile()
    {
        var secrets = Parameters().Where(parameter => parameter.Value["type"]!.ToString() == "securestring").ToList();

        Assert.Equal(["token:clientSecret", "api_key"], secrets.Select(secret => secret.Name));
        Assert.All(secrets, secret => Assert.False(secret.Value["uiDefinition"]!["constraints"]!["clearText"]!.GetValue<bool>()));
        Assert.DoesNotContain(Parameters(), parameter => parameter.Value.AsObject().ContainsKey("defaultValue"));

        // Whoever registers the connector writes the id of their own application here.
        Assert.Equal([Guid.Empty.ToString()], SignIns().Select(oauth => oauth["clientId"]!.ToString()).Distinct());
    }

    [Fact]
    public void Rule71_SignIn_NamesWhereForWhatAndHow() => Assert.All(SignIns(), oauth =>
    {
        Assert.Equal("GlobalPerConnector", oauth["redirectMode"]!.ToString());
        Assert.NotEmpty(oauth["scopes"]!.AsArray());
        Assert.All(new[] { "loginUri", "resourceUri" }, name => Assert.NotEmpty(oauth["customParameters"]![name]!["value"]!.ToString()));
    });

    [Fact]
    public void Rule72_EverySet_HasTheHostThatThePolicyNames() =>
        Assert.All(Sets(), set => Assert.True(set["parameters"]!.AsObject().ContainsKey("host")));

    [Fact]
    public void Rule73_Policies_NameOperationsThatExist()
    {
        var known = CheckedInContract.Load().Operations.Select(operation => operation.Id).ToList();

        Assert.NotEmpty(Policies());
        Assert.All(Policies(), policy =>
        {
            Assert.Contains(policy["templateId"]!.ToString(), new[] { "dynamichosturl", "updatenextlink" });
            Assert.False(string.IsNullOrEmpty(policy["title"]!.ToString()));
            Assert.Empty((policy["parameters"]!["x-ms-apimTemplate-operationName"]?.AsArray().Select(id => id!.ToString()) ?? []).Except(known));
        });
    }

    [Fact]
    public void Rule74_DynamicHost_IsAlwaysHttps() => Assert.Equal(
        "https://@connectionParameters('host')",
        Policies().Single(policy => policy["templateId"]!.ToString() == "dynamichosturl")["parameters"]!["x-ms-apimTemplateParameter.urlTemplate"]!.ToString());

    [Fact]
    public void Rule75_Capabilities_AreKnown() => Assert.Empty(Properties["capabilities"]!.AsArray().Select(item => item!.ToString()).Except(["actions", "triggers", "gateway"]));

    private static IReadOnlyList<JsonNode> Sets() => [.. Properties["connectionParameterSets"]!["values"]!.AsArray().Select(set => set!)];

    private static IReadOnlyList<(string Name, JsonNode Value)> Parameters() =>
        [.. Sets().SelectMany(set => set["parameters"]!.AsObject()).Select(parameter => (parameter.Key, parameter.Value!))];

    private static IReadOnlyList<JsonNode> SignIns() => [.. Parameters().Select(parameter => parameter.Value["oAuthSettings"]).OfType<JsonNode>()];

    internal static IReadOnlyList<JsonObject> Policies() => [.. Properties["policyTemplateInstances"]!.AsArray().Select(policy => policy!.AsObject())];
}
