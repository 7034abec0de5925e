using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rules 1 to 16: the file as such, its head, what it says about the connector.</summary>
public sealed class FileRuleTests
{
    private static readonly string[] Order =
        ["swagger", "info", "host", "basePath", "schemes", "consumes", "produces", "paths", "definitions", "parameters", "responses", "securityDefinitions", "security", "tags"];

    private static readonly string[] KnownExtensions =
    [
        "x-ms-summary", "x-ms-visibility", "x-ms-url-encoding", "x-ms-trigger", "x-ms-trigger-hint", "x-ms-trigger-metadata", "x-ms-pageable", "x-ms-enum-values",
        "x-ms-dynamic-values", "x-ms-dynamic-list", "x-ms-notification-content", "x-ms-notification-url",
        "x-ms-api-annotation", "x-ms-connector-metadata", "x-ms-capabilities",
    ];

    private static readonly string[] Categories =
    [
        "AI", "Business Management", "Business Intelligence", "Collaboration", "Commerce", "Communication", "Content and Files", "Finance", "Data", "Human Resources", "Internet of Things",
        "IT Operations", "Lifestyle and Entertainment", "Marketing", "Productivity", "Sales and CRM", "Security", "Social Media", "Website",
    ];

    private readonly CheckedInContract _contract = CheckedInContract.Load();

    private JsonObject Info => _contract.Document["info"]!.AsObject();

    [Fact]
    public void Rule01_File_IsStrictJsonInPlainUtf8OfBoundedSize()
    {
        var bytes = File.ReadAllBytes(RepositoryFiles.SwaggerPath);

        Assert.NotEqual(0xEF, bytes[0]);
        Assert.InRange(bytes.Length, 1, 999_999);
        using var document = JsonDocument.Parse(new UTF8Encoding(false, true).GetString(bytes));
    }

    [Fact]
    public void Rule02_File_IsIndentedByFourAndOrdered()
    {
        var lines = File.ReadAllText(RepositoryFiles.SwaggerPath).Split('\n');

        Assert.DoesNotContain(lines, line => line.Contains('\t') || line.Contains('\r') || line.EndsWith(' '));
        Assert.DoesNotContain(lines, line => (line.Length - line.TrimStart(' ').Length) % 4 != 0);
        var keys = _contract.Document.Select(pair => pair.Key).ToList();
        Assert.Equal(keys.OrderBy(key => key.StartsWith("x-ms-", StringComparison.Ordinal) ? Order.Length : Array.IndexOf(Order, key)), keys);
    }

    [Fact]
    public void Rule05_Extensions_AreKnownOnes() =>
        Assert.Empty(CheckedInContract.Objects(_contract.Document).SelectMany(place => place.Node.Select(pair => pair.Key))
            .Where(key => key.StartsWith("x-", StringComparison.Ordinal)).Distinct().Except(KnownExtensions));

    [Fact]
    public void Rule06_Contract_HoldsNoKeywordOfOpenApi3()
    {
        string[] forbidden = ["openapi", "components", "oneOf", "anyOf", "allOf", "nullable", "requestBody", "servers", "x-nullable"];

        Assert.Empty(CheckedInContract.Objects(_contract.Document).SelectMany(place => place.Node.Select(pair => pair.Key)).Intersect(forbidden));
    }

    [Fact]
    public void Rule08_ReadMe_ListsEveryPublicOperation()
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "connector", "README.md"));

        Assert.All(_contract.Operations.Where(operation => operation.Visibility != "internal"), operation => Assert.Contains(operation.Summary, text, StringComparison.Ordinal));
        Assert.All(
            new[] { "Publisher", "Prerequisites", "Supported operations", "Obtaining credentials", "Getting started", "Known issues and limitations", "Deployment" },
            section => Assert.Contains("## " + section, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Rule09_Document_IsSwagger2WithAVersion()
    {
        Assert.Equal("2.0", _contract.Document["swagger"]!.GetValue<string>());
        Assert.False(string.IsNullOrEmpty(Info["version"]!.GetValue<string>()));
    }

    [Fact]
    public void Rule10_Title_IsShortAndNamesNoProduct()
    {
        var title = Info["title"]!.GetValue<string>();

        Assert.InRange(title.Length, 1, 30);
        Assert.True(title.All(char.IsAscii) && char.IsLetterOrDigit(title[^1]));
        Assert.DoesNotContain(RuleTexts.Forbidden.Append("API").Append("Connector"), word => title.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Rule11_Description_IsASentenceOfBoundedLength()
    {
        var description = Info["description"]!.GetValue<string>();

        Assert.InRange(description.Length, 30, 500);
        Assert.True(description.All(char.IsAscii) && RuleTexts.IsSentence(description));
        Assert.DoesNotContain(RuleTexts.Forbidden.Append("://").Append("API"), word => description.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Rule12_Contact_IsComplete()
    {
        var contact = Info["contact"]!;

        Assert.False(string.IsNullOrEmpty(contact["name"]!.GetValue<string>()));
        Assert.StartsWith("https://", contact["url"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Matches(@"^[!-~]+@[a-z0-9.-]+\.[a-z]+$", contact["email"]!.GetValue<string>());
    }

    [Fact]
    public void Rule13_Metadata_HasItsThreeEntries()
    {
        var metadata = _contract.Document["x-ms-connector-metadata"]!.AsArray().ToDictionary(item => item!["propertyName"]!.GetValue<string>(), item => item!["propertyValue"]!.GetValue<string>());

        Assert.Equal(["Website", "Privacy policy", "Categories"], metadata.Keys);
        Assert.All(new[] { "Website", "Privacy policy" }, name => Assert.StartsWith("https://", metadata[name], StringComparison.Ordinal));
        Assert.InRange(metadata["Categories"].Split(';').Length, 1, 2);
        Assert.All(metadata["Categories"].Split(';'), category => Assert.Contains(category, Categories));
    }

    [Fact]
    public void Rule14_Host_IsABareProductionHostOverHttps()
    {
        var host = _contract.Document["host"]!.GetValue<string>();

        Assert.Equal("[\"https\"]", _contract.Document["schemes"]!.ToJsonString());
        Assert.Matches(@"^[^{}/ :\\]+(?::\d+)?$", host);
        Assert.DoesNotContain(new[] { "dev", "test", "stag", "qa", "localhost", "azurewebsites" }, word => host.Contains(word, StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("/", _contract.Document["basePath"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Rule15_Status_IsPreviewOrProduction() => Assert.Matches(new Regex("^(Preview|Production)$"), Info["x-ms-api-annotation"]!["status"]!.GetValue<string>());

    [Fact]
    public void Rule16_MimeTypes_AreJsonAlone()
    {
        Assert.Equal("[\"application/json\"]", _contract.Document["consumes"]!.ToJsonString());
        Assert.Equal("[\"application/json\"]", _contract.Document["produces"]!.ToJsonString());
        Assert.DoesNotContain(_contract.Operations, operation => operation.Json.ContainsKey("consumes") || operation.Json.ContainsKey("produces"));
    }
}
