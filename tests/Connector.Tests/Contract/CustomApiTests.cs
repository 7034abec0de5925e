using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>deploy/customApi.json: what an Azure resource customApis takes, and the same operations as the connector of Power Platform.</summary>
public sealed class CustomApiTests
{
    /// <summary>https://learn.microsoft.com/azure/templates/microsoft.web/2016-06-01/customapis.</summary>
    private static readonly string[] Known =
        ["apiDefinitions", "apiType", "backendService", "brandColor", "capabilities", "connectionParameters", "description", "displayName", "iconUri", "runtimeUrls", "swagger", "wsdlDefinition"];

    private static readonly JsonObject Properties = JsonNode.Parse(File.ReadAllText(RepositoryFiles.CustomApiPath))!["properties"]!.AsObject();

    [Fact]
    public void CustomApi_Properties_AreThoseOfTheResource()
    {
        Assert.Empty(Properties.Select(pair => pair.Key).Except(Known));
        Assert.Equal("Rest", Properties["apiType"]!.ToString());
        Assert.StartsWith("https://", Properties["backendService"]!["serviceUrl"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void CustomApi_SignIn_IsTheOneKeyThatTheContractNames()
    {
        var (name, parameter) = Assert.Single(Properties["connectionParameters"]!.AsObject());

        Assert.Equal("securestring", parameter!["type"]!.ToString());
        Assert.Equal([name], Properties["swagger"]!["securityDefinitions"]!.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public void CustomApi_Operations_AreTheContractsWithoutWhatNeedsAPolicy()
    {
        var swagger = Properties["swagger"]!.DeepClone().AsObject();
        var contract = CheckedInContract.Load().Document.DeepClone().AsObject();
        var paged = new CheckedInContract(contract).Operations.Where(operation => operation.Json.Remove("x-ms-pageable")).Select(operation => operation.Id).ToList();

        Assert.True(JsonNode.DeepEquals(contract, swagger));

        // What is not followed by the platform is followed by the caller, who needs the parameter for it.
        Assert.NotEmpty(paged);
        var own = new CheckedInContract(swagger);
        Assert.All(own.Operations.Where(operation => paged.Contains(operation.Id)), operation => Assert.Contains(own.Parameters(operation), parameter => parameter["name"]!.ToString() == "page"));
    }

    [Fact]
    public void CustomApi_Text_HoldsNoPolicyAndNoOtherWayToSignIn()
    {
        var text = Properties.ToJsonString();

        Assert.DoesNotContain("connectionParameterSets", text, StringComparison.Ordinal);
        Assert.DoesNotContain("policyTemplateInstances", text, StringComparison.Ordinal);
        Assert.DoesNotContain("oauthSetting", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@connectionParameters", text, StringComparison.Ordinal);
    }
}
