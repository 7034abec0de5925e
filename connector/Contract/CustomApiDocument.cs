using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Contract;

/// <summary>
/// The contract as an Azure resource customApis, for Logic Apps without Power Platform: it takes one way to sign in, which is the key,
/// and no policies, so the host is that of the service and a list is followed by its parameter <c>page</c>.
/// </summary>
/// <remarks>Properties of the resource: https://learn.microsoft.com/azure/templates/microsoft.web/2016-06-01/customapis.</remarks>
internal static class CustomApiDocument
{
    private const string KeySet = "apiKey";
    private const string KeyParameter = "api_key";

    /// <summary>Needs the policy updatenextlink; without it the next page would be fetched outside the connection.</summary>
    private const string Paging = "x-ms-pageable";

    /// <param name="contract">apiDefinition.swagger.json as generated.</param>
    /// <param name="apiProperties">apiProperties.json, for the colour and the words that ask for the key.</param>
    public static string Write(JsonObject contract, JsonObject apiProperties)
    {
        var own = apiProperties["properties"]!;
        var swagger = contract.DeepClone().AsObject();
        foreach (var (_, operation) in swagger["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()))
        {
            (operation as JsonObject)?.Remove(Paging);
        }

        return ContractText.Indent(new JsonObject
        {
            ["properties"] = new JsonObject
            {
                ["apiType"] = "Rest",
                ["displayName"] = ContractTexts.Title,
                ["description"] = ContractTexts.Description,
                ["brandColor"] = own["iconBrandColor"]!.DeepClone(),
                ["capabilities"] = own["capabilities"]!.DeepClone(),
                ["backendService"] = new JsonObject { ["serviceUrl"] = $"https://{ContractTexts.Host}/" },
                ["connectionParameters"] = new JsonObject { [KeyParameter] = Key(own["connectionParameterSets"]!["values"]!.AsArray()) },
                ["swagger"] = swagger,
            },
        });
    }

    private static JsonObject Key(JsonArray sets)
    {
        var key = sets.Single(set => set!["name"]!.GetValue<string>() == KeySet)!["parameters"]![KeyParameter]!.DeepClone().AsObject();

        // It stands alone here.
        key["uiDefinition"]!["constraints"]!["tabIndex"] = 1;
        return key;
    }
}
