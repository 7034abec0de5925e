using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Triggers.Subscribing;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.ApiConnectionWebhook;

/// <summary>Subscribes at a connector through its managed API connection; the Location of the answer ends the subscription.</summary>
[TriggerType("ApiConnectionWebhook", Hosts = WorkflowHosts.Standard, Missing = "connections with the managed identity")]
public sealed class ApiConnectionWebhookTrigger : SubscribingTrigger
{
    private ConnectionCall call = null!;

    private protected override Template ReadInputs(TriggerReader reader, ObjectReader inputs)
    {
        var template = reader.Json.NeedTemplate("inputs");
        call = ConnectionCall.Read(inputs, reader.Project);
        reader.Definition.Retry = RetryPolicyReader.Read(inputs, RetryPolicy.Default);
        return template;
    }

    private protected override Task<HttpAnswer> SendAsync(TriggerHost host, JToken evaluated, CancellationToken cancellation) =>
        call.SendAsync(host.Services, host.Identity(), "POST", null, evaluated, cancellation);

    private protected override JObject EndOf(TriggerHost host, JToken evaluated, HttpAnswer answer) =>
        Subscription.EndAt(call.Reference, call.BaseAddress(host.Services, evaluated), answer);
}
