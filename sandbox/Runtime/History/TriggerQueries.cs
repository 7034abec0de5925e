using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using B2BConnector.Wdl;
using Microsoft.Data.Sqlite;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.History;

/// <summary>Queries over workflows, triggers and their histories. Each gives null when the thing does not exist.</summary>
public sealed class TriggerQueries
{
    private readonly EngineServices services;

    internal TriggerQueries(EngineServices services) => this.services = services;

    /// <summary>All workflows by name.</summary>
    public JArray Workflows() => new(
        services.Project.Workflows.Values.Select(Shape)
            .Concat(services.Project.Unhealthy.Select(entry => Unhealthy(entry.Key, entry.Value)))
            .OrderBy(workflow => (string)workflow["name"]!, StringComparer.Ordinal));

    /// <summary>One workflow.</summary>
    public JObject? Workflow(string workflow) =>
        Find(workflow) is { } found ? Shape(found)
        : services.Project.Unhealthy.TryGetValue(workflow, out var problems) ? Unhealthy(workflow, problems)
        : null;

    /// <summary>The triggers of a workflow.</summary>
    public JObject? List(string workflow) => Find(workflow) is { } found ? new JObject { ["value"] = new JArray(Trigger(found)) } : null;

    /// <summary>One trigger.</summary>
    public JObject? Trigger(string workflow, string trigger) => Find(workflow, trigger) is { } found ? Trigger(found) : null;

    /// <summary>{value, method, basePath, relativePath?, relativePathParameters, queries} of a callable trigger.</summary>
    public JObject? CallbackUrl(string workflow, string trigger)
    {
        if (Find(workflow, trigger) is not { } found || !found.Trigger.Behaviour.IsCallable)
        {
            return null;
        }

        var request = found.Trigger.Behaviour as Triggers.Request.RequestTrigger;
        var queries = new JObject(services.Callbacks.TriggerQueries(found.Name, found.Trigger.Name).Select(query => new JProperty(query.Key, query.Value)));
        var url = services.Callbacks.Trigger(found.Name, found.Trigger.Name);
        var answer = new JObject
        {
            ["value"] = request?.RelativePath is { Length: > 0 } relative ? url.Replace("/invoke?", $"/invoke/{relative.TrimStart('/')}?", StringComparison.Ordinal) : url,
            ["method"] = request?.Method ?? "POST",
            ["basePath"] = services.Callbacks.TriggerBase(found.Name, found.Trigger.Name),
            ["queries"] = queries,
        };
        if (request?.RelativePath is { Length: > 0 } path)
        {
            answer["relativePath"] = path;
            answer["relativePathParameters"] = new JArray(path.Split('/').Where(part => part.StartsWith('{')).Select(part => part.Trim('{', '}')));
        }

        return answer;
    }

    /// <summary>What the trigger did, newest first.</summary>
    /// <exception cref="HistoryQueryException">The filter is not understood.</exception>
    public JObject? Histories(string workflow, string trigger, PageRequest page)
    {
        if (Find(workflow, trigger) is not { } found)
        {
            return null;
        }

        var filter = HistoryFilter.Parse(page.Filter, 3);
        var sql = $"SELECT id, run, status, start, json FROM histories WHERE workflow = $1 AND trigger = $2{filter.Sql} ORDER BY seq DESC LIMIT {page.Size + 1} OFFSET {page.Skip}";
        var rows = services.Store.Query(sql, row => History(found, row), [workflow, trigger, .. filter.Values]);
        return Page.Of(rows, page);
    }

    /// <summary>One entry of a trigger's history.</summary>
    public JObject? History(string workflow, string trigger, string history) =>
        Find(workflow, trigger) is { } found
            ? services.Store.Query(
                "SELECT id, run, status, start, json FROM histories WHERE workflow = $1 AND trigger = $2 AND id = $3", row => History(found, row), workflow, trigger, history).FirstOrDefault()
            : null;

    private static JObject History(WorkflowDefinition workflow, SqliteDataReader row) =>
        History(workflow, row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1), row.GetString(2), row.GetString(3), JsonText.ParseObject(row.GetString(4)));

    private static JObject History(WorkflowDefinition workflow, string id, string? run, string status, string start, JObject json)
    {
        var properties = new JObject
        {
            ["startTime"] = start,
            ["endTime"] = json["end"]!.DeepClone(),
            ["trackingId"] = json["tracking"]!.DeepClone(),
            ["code"] = json["code"]!.DeepClone(),
            ["status"] = status,
            ["fired"] = run is not null,
        };
        if (run is not null)
        {
            properties["run"] = new JObject { ["id"] = $"/workflows/{workflow.Name}/runs/{run}", ["name"] = run, ["type"] = "workflows/runs" };
        }

        if (json["error"] is { } error)
        {
            properties["error"] = error.DeepClone();
        }

        return new JObject
        {
            ["id"] = $"/workflows/{workflow.Name}/triggers/{workflow.Trigger.Name}/histories/{id}",
            ["name"] = id,
            ["type"] = "workflows/triggers/histories",
            ["properties"] = properties,
        };
    }

    private static JObject Shape(WorkflowDefinition workflow) => new()
    {
        ["id"] = $"/workflows/{workflow.Name}",
        ["name"] = workflow.Name,
        ["type"] = "workflows",
        ["kind"] = workflow.IsStateless ? "Stateless" : "Stateful",
        ["isDisabled"] = false,
        ["health"] = new JObject { ["state"] = "Healthy" },
        ["triggers"] = new JObject { [workflow.Trigger.Name] = new JObject { ["type"] = workflow.Trigger.Type } },
    };

    // Inferred: the code.
    private static JObject Unhealthy(string workflow, IReadOnlyList<Problem> problems) => new()
    {
        ["id"] = $"/workflows/{workflow}",
        ["name"] = workflow,
        ["type"] = "workflows",
        ["isDisabled"] = false,
        ["health"] = new JObject
        {
            ["state"] = "Unhealthy",
            ["error"] = ActionResult.ErrorOf("InvalidWorkflow", string.Join(Environment.NewLine, problems)),
        },
    };

    private static JObject Trigger(WorkflowDefinition workflow) => new()
    {
        ["id"] = $"/workflows/{workflow.Name}/triggers/{workflow.Trigger.Name}",
        ["name"] = workflow.Trigger.Name,
        ["type"] = "workflows/triggers",
        ["properties"] = new JObject
        {
            ["provisioningState"] = "Succeeded",
            ["state"] = "Enabled",
            ["status"] = "Waiting",
            ["workflow"] = new JObject { ["id"] = $"/workflows/{workflow.Name}/versions/{workflow.Version}", ["name"] = workflow.Version, ["type"] = "workflows/versions" },
        },
    };

    private WorkflowDefinition? Find(string workflow) => services.Project.Workflows.GetValueOrDefault(workflow);

    private WorkflowDefinition? Find(string workflow, string trigger) =>
        Find(workflow) is { } found && found.Trigger.Name.Equals(trigger, StringComparison.OrdinalIgnoreCase) ? found : null;
}
