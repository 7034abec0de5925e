using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Triggers.Polling;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers.ApiConnection;

/// <summary>Asks a connector for news through its managed API connection.</summary>
[TriggerType("ApiConnection", Hosts = WorkflowHosts.Standard, Missing = "connections with the managed identity")]
public sealed class ApiConnectionTrigger : PollingTrigger
{
    private ConnectionCall call = null!;

    private protected override Template ReadInputs(TriggerReader reader, ObjectReader inputs)
    {
        inputs.Need("method");
        call = ConnectionCall.Read(inputs, reader.Project);
        return reader.Json.NeedTemplate("inputs");
    }

    private protected override Uri AddressOf(TriggerHost host, JToken evaluated) => call.BaseAddress(host.Services, evaluated);

    private protected override Task<HttpAnswer> SendAsync(TriggerHost host, Uri? cursor, JToken evaluated, CancellationToken cancellation) =>
        call.SendAsync(host.Services, host.Identity(), evaluated["method"]!.ToString(), cursor, evaluated, cancellation);

    private protected override JObject OutputsOf(HttpAnswer answer) => answer.OutputsWithoutStatus();
}
