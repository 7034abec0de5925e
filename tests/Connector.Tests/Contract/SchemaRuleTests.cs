using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rules 3 and 4: both files against a schema of what the platform takes and where; and what the connector tool reads beside them.</summary>
public sealed class SchemaRuleTests
{
    private static JsonObject Definition => Read(RepositoryFiles.SwaggerPath);

    private static JsonObject Properties => Read(RepositoryFiles.PropertiesPath);

    [Fact]
    public void Rule03_Definition_FitsTheSchemaOfSwaggerWithTheKnownExtensions() => Assert.Empty(Problems("apiDefinition", Definition));

    [Fact]
    public void Rule04_Properties_FitTheSchemaOfTheTool() => Assert.Empty(Problems("apiProperties", Properties));

    /// <summary>Places that a careless change would use, with a value that stands well elsewhere.</summary>
    [Theory]
    [InlineData("x-ms-trigger", "\"batch\"")]
    [InlineData("paths./prospects.get.x-ms-url-encoding", "\"single\"")]
    [InlineData("paths./prospects.get.x-ms-notification-content", "{}")]
    [InlineData("paths./prospects.get.responses.teapot", "{\"description\":\"No.\"}")]
    [InlineData("paths./prospects.get.x-ms-visibility", "\"hidden\"")]
    [InlineData("definitions.Prospect.x-ms-trigger-hint", "\"Wait.\"")]
    [InlineData("definitions.Prospect.properties.status.format", "\"time\"")]
    [InlineData("definitions.Prospect.properties.status.nullable", "true")]
    [InlineData("parameters.ProspectID.required", "false")]
    [InlineData("info.contact.email", "\"nobody\"")]
    [InlineData("host", "\"{host}\"")]
    public void Rule03_Definition_WithAMistake_IsRefused(string path, string value) => Assert.NotEmpty(Problems("apiDefinition", With(Definition, path, value)));

    [Theory]
    [InlineData("properties.policyTemplateInstances.0.templateId", "\"dynamichost\"")]
    [InlineData("properties.policyTemplateInstances.0.parameters.urlTemplate", "\"https://x\"")]
    [InlineData("properties.connectionParameterSets.values.0.parameters.token.oAuthSettings.identityProvider", "\"entra\"")]
    [InlineData("properties.connectionParameterSets.values.2.parameters.api_key.type", "\"password\"")]
    [InlineData("properties.connectionParameterSets.values.2.parameters.api_key.uiDefinition.constraints.required", "true")]
    [InlineData("properties.iconBrandColor", "\"blue\"")]
    [InlineData("properties.connectionParameters", "{}")]
    public void Rule04_Properties_WithAMistake_AreRefused(string path, string value) => Assert.NotEmpty(Problems("apiProperties", With(Properties, path, value)));

    /// <summary>Keys and values: https://learn.microsoft.com/connectors/custom-connectors/paconn-cli. Environment and connector are asked for, since they differ.</summary>
    [Fact]
    public void Settings_OfTheTool_NameTheFilesBesideThem()
    {
        var settings = Read(Path.Combine(RepositoryFiles.Root, "settings.json"));

        Assert.Equal(["apiProperties", "apiDefinition", "icon", "powerAppsUrl", "powerAppsApiVersion"], settings.Select(pair => pair.Key));
        Assert.All(new[] { "apiProperties", "apiDefinition", "icon" }, name => Assert.True(File.Exists(Path.Combine(RepositoryFiles.Root, settings[name]!.ToString())), name));
        Assert.Equal("2016-11-01", settings["powerAppsApiVersion"]!.ToString());
    }

    private static List<string> Problems(string schema, JsonObject document) =>
        new JsonSchemaCheck(Read(Path.Combine(RepositoryFiles.Root, "tests", "Connector.Tests", "Contract", "Schemas", schema + ".json"))).Problems(document);

    private static JsonObject With(JsonObject document, string path, string value)
    {
        var parts = path.Split('.');
        var at = parts.SkipLast(1).Aggregate((JsonNode)document, (node, part) => (node is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : node[part])!);
        at[parts[^1]] = JsonNode.Parse(value);
        return document;
    }

    private static JsonObject Read(string path) => JsonNode.Parse(File.ReadAllText(path))!.AsObject();
}
