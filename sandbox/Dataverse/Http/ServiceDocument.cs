using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Http;

/// <summary>The list of entity sets at the service root.</summary>
internal static class ServiceDocument
{
    public static Task WriteAsync(DataverseRequest request) => SandboxJson.WriteAsync(request.Http, 200, new JObject
    {
        ["@odata.context"] = $"{request.Root}/$metadata",
        ["value"] = new JArray(request.Model.Tables.OrderBy(table => table.SetName, StringComparer.Ordinal).Select(table => new JObject
        {
            ["name"] = table.SetName, ["kind"] = "EntitySet", ["url"] = table.SetName,
        })),
    }, DataverseRequest.JsonType);
}
