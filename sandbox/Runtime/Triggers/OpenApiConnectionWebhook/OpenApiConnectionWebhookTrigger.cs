using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Triggers.Subscribing;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.OpenApiConnectionWebhook;

/// <summary>Subscribes at a connector from a cloud flow. The platform writes the address to call where the definition wants it; Location ends the subscription.</summary>
[TriggerType("OpenApiConnectionWebhook", Hosts = WorkflowHosts.CloudFlow)]
public sealed class OpenApiConnectionWebhookTrigger : SubscribingTrigger
{
    private FlowCall? call;

    private protected override Template ReadInputs(TriggerReader reader, ObjectReader inputs)
    {
        call = FlowCall.Read(inputs, reader.Workflow, operation => operation is { IsTrigger: true, NotificationUrl: not null } ? null : "a trigger that calls (x-ms-trigger and x-ms-notification-url)");
        reader.Definition.Retry = RetryPolicyReader.Read(inputs, RetryPolicy.Default);
        return call?.Inputs ?? inputs.Compile([]);
    }

    private protected override JToken Complete(JToken evaluated, string callback) => call!.Request(evaluated, callback);

    private protected override Task<HttpAnswer> SendAsync(TriggerHost host, JToken evaluated, CancellationToken cancellation) =>
        call!.SendAsync(host.Services, host.Identity(), (JObject)evaluated, cancellation);

    private protected override JObject EndOf(TriggerHost host, JToken evaluated, HttpAnswer answer) =>
        Subscription.EndAt(call!.Connection, call.Address(host.Services, (JObject)evaluated), answer);
}
