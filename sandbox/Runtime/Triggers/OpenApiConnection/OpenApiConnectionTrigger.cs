using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Triggers.Polling;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.OpenApiConnection;

/// <summary>Asks a connector for news from a cloud flow.</summary>
[TriggerType("OpenApiConnection", Hosts = WorkflowHosts.CloudFlow)]
public sealed class OpenApiConnectionTrigger : PollingTrigger
{
    private FlowCall? call;

    private protected override Template ReadInputs(TriggerReader reader, ObjectReader inputs)
    {
        call = FlowCall.Read(inputs, reader.Workflow, operation => operation is { IsTrigger: true, NotificationUrl: null } ? null : "a trigger that is asked (x-ms-trigger, no x-ms-notification-url)");
        return call?.Inputs ?? inputs.Compile([]);
    }

    private protected override Uri AddressOf(TriggerHost host, JToken evaluated) => call!.Address(host.Services, call.Request(evaluated));

    private protected override Task<HttpAnswer> SendAsync(TriggerHost host, Uri? cursor, JToken evaluated, CancellationToken cancellation) =>
        call!.SendAsync(host.Services, host.Identity(), call.Request(evaluated), cancellation, cursor);

    private protected override JObject OutputsOf(HttpAnswer answer) => answer.OutputsWithoutStatus();
}
