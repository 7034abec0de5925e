using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers;

/// <summary>Entries of a trigger's history.</summary>
internal static class TriggerHistory
{
    public static StoreChange Entry(
        TriggerHost host, string id, string? run, ActionStatus status, string code, DateTimeOffset start, JToken? inputs, JToken? outputs, JObject? error)
    {
        var json = new JObject { ["end"] = JsonText.Time(host.Now), ["code"] = code, ["tracking"] = host.Services.NewId() };
        json.Set("inputs", inputs);

        // The run has the outputs; they are kept here only when no run started.
        json.Set("outputs", run is null ? outputs : null);
        json.Set("error", error);
        return StoreChange.History.Of(id, host.Workflow.Name, host.Trigger.Name, run, status, start, json);
    }
}
