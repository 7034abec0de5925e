using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Triggers.Subscribing;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Webhooks;

/// <summary>Waits for a connector to call back, such as an approval by mail.</summary>
[ActionType("ApiConnectionWebhook", Hosts = WorkflowHosts.Standard)]
public sealed class ApiConnectionWebhookAction : WebhookAction
{
    private Template inputs = null!;
    private ConnectionCall call = null!;

    private protected override void ReadInputs(ActionReader reader, ObjectReader inputs)
    {
        this.inputs = reader.Json.NeedTemplate("inputs");
        call = ConnectionCall.Read(inputs, reader.Project);
    }

    private protected override async Task<(HttpAnswer Answer, JObject End)> SubscribeAsync(ActionContext context, string callback, CancellationToken cancellation)
    {
        var services = context.Run.Services;
        var evaluated = context.EvaluateInputs(inputs, () => callback);
        var answer = await call.SendAsync(services, context.Identity(), "POST", null, evaluated, cancellation);
        return (answer, Subscription.EndAt(call.Reference, call.BaseAddress(services, evaluated), answer));
    }
}
