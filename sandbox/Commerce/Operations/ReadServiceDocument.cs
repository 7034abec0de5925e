using B2BConnector.Commerce.Data;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Operations;

/// <summary>GET /data: the list of collections.</summary>
internal sealed class ReadServiceDocument : IOperation
{
    public string Method => HttpMethods.Get;

    public string Route => "/data";

    public Task RunAsync(HttpContext context, CommerceSystem system) => DataResponse.WriteAsync(context, 200, new JObject
    {
        ["@odata.context"] = DataResponse.Root(context) + "/$metadata",
        ["value"] = new JArray(system.Entities.All.Select(entity => new JObject
        {
            ["name"] = entity.Type.Collection,
            ["kind"] = "EntitySet",
            ["url"] = entity.Type.Collection,
        })),
    });
}
