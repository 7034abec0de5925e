using B2BConnector.ApiHub;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.ApiHub;

public sealed class GatewayStartTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("b2b-hub-");
    private readonly JObject _swagger = JObject.Parse(File.ReadAllText(GatewayFixture.Fixture("connector.swagger.json")));
    private readonly JObject _properties = JObject.Parse(File.ReadAllText(GatewayFixture.Fixture("connector.properties.json")));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Start_GoodFiles_HasNoProblems() => Assert.Empty(Problems());

    [Theory]
    [InlineData("""{"templateId":"routerequesttoendpoint","title":"Route"}""", "'routerequesttoendpoint'; the gateway knows dynamichosturl, setheader, setqueryparameter, updatenextlink.")]
    [InlineData("""{"templateId":"setheader","title":"H","parameters":{"x-ms-apimTemplateParameter.name":"A"}}""", "lacks 'x-ms-apimTemplateParameter.value'.")]
    [InlineData("""{"templateId":"dynamichosturl","parameters":{"x-ms-apimTemplateParameter.urlTemplate":"https://@connectionParameters('other')"}}""", "'other', which apiProperties.json does not declare.")]
    [InlineData("""{"templateId":"dynamichosturl","parameters":{"x-ms-apimTemplateParameter.urlTemplate":"https://@environmentVariables('x')"}}""", "uses '@environmentVariables('x')', which the gateway does not know.")]
    [InlineData("""{"templateId":"updatenextlink","parameters":{"x-ms-apimTemplateParameter.nextLinkPropertyName":"n","x-ms-apimTemplate-operationName":["Gone"]}}""", "names the operation 'Gone', which the contract does not have.")]
    public void Start_PolicyIsWrong_SaysWhichOne(string policy, string words)
    {
        ((JArray)_properties["properties"]!["policyTemplateInstances"]!).Add(JObject.Parse(policy));

        Assert.Contains(words, Assert.Single(Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_ScriptOperations_AreRefused()
    {
        _properties["properties"]!["scriptOperations"] = new JArray("ListProspects");

        Assert.Contains("scriptOperations", Assert.Single(Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void Start_SeveralFaults_ReportsAll()
    {
        ((JObject)_swagger["paths"]!["/triggers/prospect-created"]!["get"]!).Remove("operationId");
        var options = Options();
        options.Connections.Clear();
        options.Connections.Add(new ApiHubConnection("b2bconnector", "local", ""));
        options.Connections.Add(new ApiHubConnection("commondataservice", "a", "k"));

        var problems = Problems(options);

        Assert.Contains("The connection b2bconnector/local has no key.", problems);
        Assert.Contains("The connection commondataservice/a has no absolute address of a Dataverse environment.", problems);
        Assert.Contains(problems, p => p.Contains("get /triggers/prospect-created has no operationId", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("'api_key', which holds the API key", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("no value for the connection parameter 'host'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ \"swagger\": ", "is no valid JSON")]
    [InlineData("{ \"openapi\": \"3.0\" }", "is no Swagger 2.0 document")]
    [InlineData(null, "cannot be read")]
    public void Start_SwaggerOfNoUse_SaysWhy(string? text, string words)
    {
        var options = Options();
        options.SwaggerPath = Path.Combine(_folder.FullName, "other.json");
        if (text is not null)
        {
            File.WriteAllText(options.SwaggerPath, text);
        }

        Assert.Contains(Problems(options), p => p.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task IdentityEndpoint_WithItsSecret_GivesTheToken()
    {
        await using var hub = new GatewayFixture { Options = { IdentityHeader = "s3cret" } };
        await hub.StartAsync();
        const string Token = "/msi/token?resource=https%3A%2F%2Forg.example&api-version=2019-08-01";

        using var refused = await hub.GetAsync(Token, null);
        using var given = await hub.GetAsync(Token, null, ("X-IDENTITY-HEADER", "s3cret"));

        Assert.Equal((403, 200), ((int)refused.StatusCode, (int)given.StatusCode));
        var token = JObject.Parse(await given.Content.ReadAsStringAsync());
        Assert.Equal(("sandbox-logicapp", "https://org.example", "Bearer"), ((string?)token["access_token"], (string?)token["resource"], (string?)token["token_type"]));
        Assert.True((long)token["expires_on"]! > hub.Options.Time.GetUtcNow().ToUnixTimeSeconds());
    }

    [Fact]
    public async Task IdentityEndpoint_ResourceWithItsOwnToken_GivesThat()
    {
        await using var hub = new GatewayFixture { Options = { IdentityHeader = "s3cret", IdentityTokens = resource => resource == "api://one" ? "for-one" : null } };
        await hub.StartAsync();

        Assert.Equal(("for-one", "sandbox-logicapp"), (await TokenAsync("api://one"), await TokenAsync("api://two")));

        async Task<string?> TokenAsync(string resource)
        {
            using var given = await hub.GetAsync($"/msi/token?resource={Uri.EscapeDataString(resource)}&api-version=2019-08-01", null, ("X-IDENTITY-HEADER", "s3cret"));
            return (string?)JObject.Parse(await given.Content.ReadAsStringAsync())["access_token"];
        }
    }

    private IReadOnlyList<string> Problems(ApiHubOptions? options = null)
    {
        options ??= Options();
        if (options.SwaggerPath!.EndsWith("swagger.json", StringComparison.Ordinal))
        {
            File.WriteAllText(options.SwaggerPath, _swagger.ToString());
        }

        File.WriteAllText(options.ApiPropertiesPath!, _properties.ToString());
        try
        {
            _ = ApiHubApp.Build(options);
            return [];
        }
        catch (ApiHubStartException wrong)
        {
            return wrong.Problems;
        }
    }

    private ApiHubOptions Options() => new()
    {
        SwaggerPath = Path.Combine(_folder.FullName, "swagger.json"),
        ApiPropertiesPath = Path.Combine(_folder.FullName, "properties.json"),
        Connections =
        {
            new ApiHubConnection("b2bconnector", "local", "k")
            {
                ParameterValues = new Dictionary<string, string> { ["host"] = "usrt.connector.example", ["api_key"] = "secret" },
            },
        },
    };
}
