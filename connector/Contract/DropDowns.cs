using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace B2BConnector.Connector.Contract;

/// <summary>
/// Writes where a drop-down takes its values from. Twice, from one declaration: designers of today read x-ms-dynamic-list, older ones
/// x-ms-dynamic-values.
/// </summary>
internal static class DropDowns
{
    public static void SetDropDown(this IOpenApiExtensible target, FieldAttribute field)
    {
        if (field.Choices is not { } operation)
        {
            return;
        }

        target.Set("x-ms-dynamic-values", With(field, "parameter", new JsonObject { ["operationId"] = operation, ["value-collection"] = "value", ["value-path"] = "id", ["value-title"] = "name" }));
        target.Set("x-ms-dynamic-list", With(field, "parameterReference", new JsonObject { ["operationId"] = operation, ["itemsPath"] = "value", ["itemValuePath"] = "id", ["itemTitlePath"] = "name" }));
    }

    private static JsonObject With(FieldAttribute field, string reference, JsonObject source)
    {
        if (field.ChoicesNeed is { } needed)
        {
            source.Insert(1, "parameters", new JsonObject { [needed] = new JsonObject { [reference] = needed } });
        }

        return source;
    }
}
