using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.History;

/// <summary>Actions, repetitions and iterations as the management API shows them. Absent instead of null.</summary>
internal sealed class ActionShape(EngineServices services, WorkflowDefinition workflow, string run)
{
    private string Base => $"/workflows/{workflow.Name}/runs/{run}";

    public JObject Action(ActionRecord record) => new()
    {
        ["id"] = $"{Base}/actions/{record.Name}",
        ["name"] = record.Name,
        ["type"] = "workflows/runs/actions",
        ["properties"] = Properties(record, $"actions/{Uri.EscapeDataString(record.Name)}"),
    };

    /// <summary>An action inside a loop: one entry for all its repetitions.</summary>
    public JObject Repeated(IReadOnlyList<ActionRecord> records)
    {
        var last = records[^1];
        var worst = records.FirstOrDefault(record => record.Status is ActionStatus.Failed)
            ?? records.FirstOrDefault(record => record.Status is ActionStatus.TimedOut or ActionStatus.Running)
            ?? records.FirstOrDefault(record => record.Status is ActionStatus.Succeeded)
            ?? last;
        var properties = new JObject
        {
            ["startTime"] = JsonText.Time(records.Min(record => record.Start)),
            ["status"] = worst.Status.ToString(),
            ["canResubmit"] = false,
            ["repetitionCount"] = records.Count,
        };
        if (records.All(record => record.IsFinished))
        {
            properties["endTime"] = JsonText.Time(records.Max(record => record.End!.Value));
        }

        properties.Set("code", worst.Code);
        properties.Set("error", SecuredError.Of(worst));
        return new JObject
        {
            ["id"] = $"{Base}/actions/{last.Name}",
            ["name"] = last.Name,
            ["type"] = "workflows/runs/actions",
            ["properties"] = properties,
        };
    }

    public JObject Repetition(ActionRecord record, string kind)
    {
        var properties = Properties(record, $"actions/{Uri.EscapeDataString(record.Name)}/{kind}/{record.Path}");
        properties["repetitionIndexes"] = Indexes(record);
        return new JObject
        {
            ["id"] = $"{Base}/actions/{record.Name}/{kind}/{record.Path}",
            ["name"] = record.Path,
            ["type"] = $"workflows/runs/actions/{kind}",
            ["properties"] = properties,
        };
    }

    private JObject Properties(ActionRecord record, string contentBase)
    {
        var properties = new JObject
        {
            ["startTime"] = JsonText.Time(record.Start),
            ["trackingId"] = record.TrackingId,
            ["correlation"] = new JObject { ["actionTrackingId"] = record.TrackingId, ["clientTrackingId"] = record.ClientTrackingId },
            ["status"] = record.Status.ToString(),
        };
        properties.Set("endTime", record.End is { } end ? JsonText.Time(end) : null);
        properties.Set("code", record.Code);
        properties.Set("error", SecuredError.Of(record));
        if (record.Inputs is { } inputs && !Secure.Hides(record.Secured, "inputs"))
        {
            var link = ContentLinks.Of(services, workflow.Id, $"runs/{run}/{contentBase}/contents/ActionInputs", inputs);
            if (record.Items is { } items)
            {
                link["metadata"] = new JObject { ["foreachItemsCount"] = items };
            }

            properties["inputsLink"] = link;
        }

        if (record.Outputs is { } outputs && !Secure.Hides(record.Secured, "outputs"))
        {
            properties["outputsLink"] = ContentLinks.Of(services, workflow.Id, $"runs/{run}/{contentBase}/contents/ActionOutputs", outputs);
        }

        if (record.Secured is { } secured)
        {
            properties["secureData"] = new JObject { ["properties"] = new JArray(secured.Split(',')) };
        }

        properties.Set("trackedProperties", record.TrackedProperties);
        properties.Set("retryHistory", record.Retries);
        properties.Set("iterationCount", record.Iterations);
        properties["canResubmit"] = false;
        return properties;
    }

    private JArray Indexes(ActionRecord record)
    {
        var loops = workflow.AllActions.TryGetValue(record.Name, out var action) ? action.Loops.ToList() : [];
        if (record.IsIteration && action is not null)
        {
            loops.Add(action);
        }

        return new JArray(record.Path.Split('-').Select((index, place) => new JObject
        {
            ["scopeName"] = place < loops.Count ? loops[place].Name : "",
            ["itemIndex"] = int.Parse(index, System.Globalization.CultureInfo.InvariantCulture),
        }));
    }
}
