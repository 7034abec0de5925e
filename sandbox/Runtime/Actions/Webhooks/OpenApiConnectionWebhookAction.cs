using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Triggers.Subscribing;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Webhooks;

/// <summary>Waits for a connector to call a cloud flow back.</summary>
[ActionType("OpenApiConnectionWebhook", Hosts = WorkflowHosts.CloudFlow)]
public sealed class OpenApiConnectionWebhookAction : WebhookAction
{
    private FlowCall? call;

    private protected override void ReadInputs(ActionReader reader, ObjectReader inputs) =>
        call = FlowCall.Read(inputs, reader.Workflow, operation => operation is { IsTrigger: false, NotificationUrl: not null } ? null : "an operation that calls back (x-ms-notification-url)");

    private protected override async Task<(HttpAnswer Answer, JObject End)> SubscribeAsync(ActionContext context, string callback, CancellationToken cancellation)
    {
        var services = context.Run.Services;
        var request = call!.Request(context.EvaluateInputs(call.Inputs), callback);
        var answer = await call.SendAsync(services, context.Identity(), request, cancellation);
        return (answer, Subscription.EndAt(call.Connection, call.Address(services, request), answer));
    }
}
