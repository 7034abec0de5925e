using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Operations;

/// <summary>The jobs and all their names.</summary>
internal sealed class ListJobs : IOperation
{
    public string Method => HttpMethods.Get;

    public string Route => "/jobs";

    public Task RunAsync(HttpContext context, CommerceSystem system)
    {
        Administrator.Require(context);
        return SandboxJson.WriteAsync(context, 200, new JObject
        {
            ["value"] = new JArray(system.Jobs.All.Select(job => new JObject { ["name"] = job.Names[0], ["aliases"] = new JArray(job.Names.Skip(1)) })),
        });
    }
}
