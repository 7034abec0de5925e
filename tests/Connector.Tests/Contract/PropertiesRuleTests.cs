using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rules 67 to 75: apiProperties.json, as far as one set of parameters goes.</summary>
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
    public void Rule70_Secrets_AreSecureAndNotInTheFile()
    {
        var key = Properties["connectionParameters"]!["api_key"]!;

        Assert.Equal("securestring", key["type"]!.ToString());
        Assert.False(key["uiDefinition"]!["constraints"]!["clearText"]!.GetValue<bool>());
        Assert.False(key.AsObject().ContainsKey("defaultValue"));
    }

    [Fact]
    public void Rule72_HostParameter_IsTheOneThePolicyNames() =>
        Assert.True(Properties["connectionParameters"]!.AsObject().ContainsKey("host"));

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

    internal static IReadOnlyList<JsonObject> Policies() => [.. Properties["policyTemplateInstances"]!.AsArray().Select(policy => policy!.AsObject())];
}
