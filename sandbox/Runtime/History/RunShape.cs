using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.History;

/// <summary>Runs as the management API shows them.</summary>
internal sealed class RunShape(EngineServices services, string workflowId)
{
    public JObject Of(RunRecord run)
    {
        var properties = new JObject
        {
            ["startTime"] = JsonText.Time(run.Start),
            ["status"] = run.Status.ToString(),
            ["correlation"] = new JObject { ["clientTrackingId"] = run.ClientTrackingId },
            ["workflow"] = new JObject
            {
                ["id"] = $"/workflows/{run.Workflow}/versions/{run.Version}",
                ["name"] = run.Version,
                ["type"] = "workflows/versions",
            },
            ["trigger"] = Trigger(run),
            ["outputs"] = run.Outputs?.DeepClone() ?? new JObject(),
        };
        properties.Set("endTime", run.End is { } end ? JsonText.Time(end) : null);
        properties.Set("waitEndTime", run.Status == ActionStatus.Waiting ? null : JsonText.Time(run.Start));
        properties.Set("code", run.Code);
        properties.Set("error", run.Error);
        if (run.Response is not null)
        {
            properties["response"] = new JObject
            {
                ["startTime"] = JsonText.Time(run.Start),
                ["correlation"] = new JObject(),
                ["status"] = nameof(ActionStatus.Succeeded),
            };
        }

        return new JObject
        {
            ["id"] = $"/workflows/{run.Workflow}/runs/{run.Id}",
            ["name"] = run.Id,
            ["type"] = "workflows/runs",
            ["properties"] = properties,
        };
    }

    private JObject Trigger(RunRecord run)
    {
        var trigger = new JObject();
        foreach (var name in (string[])["name", "startTime", "endTime", "scheduledTime", "originHistoryName", "code", "status", "trackingId"])
        {
            trigger.Set(name, run.Trigger[name]);
        }

        trigger["correlation"] = new JObject { ["clientTrackingId"] = run.ClientTrackingId };
        if (run.Trigger["inputs"] is { } inputs && !Secure.Hides(run.Secured, "inputs"))
        {
            trigger["inputsLink"] = ContentLinks.Of(services, workflowId, $"runs/{run.Id}/contents/TriggerInputs", inputs);
        }

        if (run.Trigger["outputs"] is { } outputs && !Secure.Hides(run.Secured, "outputs"))
        {
            trigger["outputsLink"] = ContentLinks.Of(services, workflowId, $"runs/{run.Id}/contents/TriggerOutputs", outputs);
        }

        return trigger;
    }
}
