using B2BConnector.Commerce.Site;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Operations;

/// <summary>The page "Customer synchronization status": every pulled request, its state and its last known error.</summary>
internal sealed class ListSynchronizationStatus : IOperation
{
    public string Method => HttpMethods.Get;

    public string Route => "/headquarters/customer-synchronization-status";

    public Task RunAsync(HttpContext context, CommerceSystem system)
    {
        Administrator.Require(context);
        var rows = system.Read(headquarters => headquarters.Store.All(ChannelDatabase.Staging)
            .OrderBy(row => (long)row.Row["number"]!)
            .Select(row => ChannelDatabase.Status(headquarters.Store, row.Row)).ToList());
        return SandboxJson.WriteAsync(context, 200, new JObject { ["value"] = new JArray(rows) });
    }
}
