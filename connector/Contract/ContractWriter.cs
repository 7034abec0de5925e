using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace B2BConnector.Connector.Contract;

/// <summary>Writes the contract: what the filters declared, as Swagger 2.0 in the form that Power Platform takes.</summary>
internal static class ContractWriter
{
    public static string Write(ISwaggerProvider provider)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        provider.GetSwagger(ContractServices.Document).SerializeAsV2(new OpenApiJsonWriter(text));
        return ContractText.Indent(ContractDocument.Finish(JsonNode.Parse(text.ToString())!.AsObject()));
    }
}
