using B2BConnector.Commerce.Decisions;
using B2BConnector.Commerce.Entities;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Operations;

/// <summary>
/// A custom service that the owner of an environment may have deployed: POST /api/services/group/service/operation with the parameters as
/// JSON. The form of the address is documented; that there is such a service, and its operations approve and reject, is agreed with the
/// connector. It runs the whole decision, also where writing the status does not.
/// </summary>
internal sealed class CallDecisionService : IOperation
{
    public string Method => HttpMethods.Post;

    public string Route => "/api/services/{group}/{service}/{operation}";

    public async Task RunAsync(HttpContext context, CommerceSystem system)
    {
        var route = context.Request.RouteValues;
        var (service, operation) = ($"{route["group"]}/{route["service"]}", (string)route["operation"]!);
        var target = operation switch { "approve" => "Approved", "reject" => "Rejected", _ => null };
        if (target is null || !string.Equals(service, system.Options.DecisionService, StringComparison.OrdinalIgnoreCase))
        {
            throw new EmulatorFault(404, "CE0401", $"There is no service operation {service}/{operation}. CommerceOptions.DecisionService names the one that is deployed.");
        }

        var body = await SandboxJson.ReadAsync(context);
        system.Write(headquarters =>
        {
            var prospect = headquarters.Find(Prospects.Definition, body.Text("_dataAreaId"), body.Text("_prospectId"))
                ?? throw new EmulatorFault(500, "CE0402", "An exception occurred when invoking the operation: there is no such prospect.");
            ProspectDecision.Decide(headquarters, prospect, target, hasEffects: true);
            return true;
        });
        await SandboxJson.WriteAsync(context, 200, new JObject());
    }
}
