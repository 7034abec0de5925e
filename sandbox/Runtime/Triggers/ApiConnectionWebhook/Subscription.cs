using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.ApiConnectionWebhook;

/// <summary>Ends a stored subscription: DELETE on its Location (Inferred: verb and absolute address).</summary>
internal static class Subscription
{
    public static async Task EndAsync(EngineServices services, WorkflowDefinition workflow, string trigger, JObject state, CancellationToken cancellation)
    {
        if ((string?)state["location"] is not { } location)
        {
            return;
        }

        var connection = services.Contents.Connections.GetValueOrDefault((string?)state["connection"] ?? "");
        var id = services.NewId();
        var identity = new CallIdentity(workflow, trigger, null, id, id, id);
        var answer = await ConnectionCall.SendAsync(services, connection, identity, "DELETE", new Uri(location), new JObject(), cancellation);
        if (answer.Status is < 200 or >= 300 and not 404)
        {
            EngineLog.TriggerFailed(services.Log, workflow.Name, trigger, answer.Code);
        }
    }
}
