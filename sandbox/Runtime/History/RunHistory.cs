using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.History;

/// <summary>
/// Queries over runs, their actions and the triggers, in the shape of the platform's management API. Each gives null when the thing
/// does not exist. Lists are newest first.
/// </summary>
public sealed class RunHistory
{
    private readonly EngineServices services;

    internal RunHistory(EngineServices services)
    {
        this.services = services;
        Triggers = new TriggerQueries(services);
        Requests = new RequestQueries(services, this);
    }

    /// <summary>Queries over workflows and triggers.</summary>
    public TriggerQueries Triggers { get; }

    /// <summary>Queries over the calls that actions made.</summary>
    public RequestQueries Requests { get; }

    /// <summary>Runs of a workflow, newest first.</summary>
    /// <exception cref="HistoryQueryException">The filter is not understood.</exception>
    public JObject? Runs(string workflow, PageRequest page)
    {
        if (Find(workflow) is not { } definition)
        {
            return null;
        }

        var filter = HistoryFilter.Parse(page.Filter, 2);
        var sql = $"SELECT id, workflow, status, start, json FROM runs WHERE workflow = $1{filter.Sql} ORDER BY seq DESC LIMIT {page.Size + 1} OFFSET {page.Skip}";
        var rows = services.Store.Query(sql, StoreQueries.ReadRun, [workflow, .. filter.Values]);
        var shape = new RunShape(services, definition.Id);
        return Page.Of([.. rows.Select(shape.Of)], page);
    }

    /// <summary>One run.</summary>
    public JObject? Run(string workflow, string run) =>
        Find(workflow) is { } definition && Record(workflow, run) is { } record ? new RunShape(services, definition.Id).Of(record) : null;

    /// <summary>The actions of a run in the order in which they began; one entry for an action in a loop.</summary>
    public JObject? Actions(string workflow, string run, PageRequest page)
    {
        if (Find(workflow) is not { } definition || Record(workflow, run) is null)
        {
            return null;
        }

        var shape = new ActionShape(services, definition, run);
        var groups = services.Store.Actions(run).Where(record => !record.IsIteration).GroupBy(record => record.Name, StringComparer.OrdinalIgnoreCase);
        return Page.Cut(groups.Select(group => Entry(shape, [.. group])), page);
    }

    /// <summary>One action of a run.</summary>
    public JObject? Action(string workflow, string run, string action)
    {
        if (Find(workflow) is not { } definition || Record(workflow, run) is null)
        {
            return null;
        }

        var records = Records(run, action).Where(record => !record.IsIteration).ToList();
        return records.Count == 0 ? null : Entry(new ActionShape(services, definition, run), records);
    }

    /// <summary>Repetitions of an action in loops.</summary>
    public JObject? Repetitions(string workflow, string run, string action, PageRequest page) =>
        Repeated(workflow, run, action, isIteration: false, page);

    /// <summary>Iterations of a loop.</summary>
    public JObject? ScopeRepetitions(string workflow, string run, string action, PageRequest page) =>
        Repeated(workflow, run, action, isIteration: true, page);

    /// <summary>One repetition of an action.</summary>
    public JObject? Repetition(string workflow, string run, string action, string name) => Repetition(workflow, run, action, name, isIteration: false);

    /// <summary>One iteration of a loop.</summary>
    public JObject? ScopeRepetition(string workflow, string run, string action, string name) => Repetition(workflow, run, action, name, isIteration: true);

    /// <summary>The JSON behind a content link; null when it does not exist or is secured.</summary>
    /// <param name="run">The run.</param>
    /// <param name="action">The action; null for the trigger.</param>
    /// <param name="repetition">The repetition; empty for none.</param>
    /// <param name="content">ActionInputs, ActionOutputs, TriggerInputs or TriggerOutputs.</param>
    public JToken? Content(string run, string? action, string repetition, string content)
    {
        var part = content.EndsWith("Inputs", StringComparison.OrdinalIgnoreCase) ? "inputs" : "outputs";
        if (action is null)
        {
            return services.Store.FindRun(run) is { } record && !Secure.Hides(record.Secured, part) ? record.Trigger[part] : null;
        }

        var found = Record(null, run, action, repetition);
        return found is null || Secure.Hides(found.Secured, part) ? null : part == "inputs" ? found.Inputs : found.Outputs;
    }

    /// <summary>One execution of an action; null also when it is not of the workflow.</summary>
    internal ActionRecord? Record(string? workflow, string run, string action, string repetition) =>
        workflow is null || Record(workflow, run) is not null
            ? Records(run, action).FirstOrDefault(record => !record.IsIteration && record.Path == repetition)
            : null;

    internal string IdOf(string workflow) => services.Project.Workflows[workflow].Id;

    private JObject? Repetition(string workflow, string run, string action, string name, bool isIteration) =>
        name.Length > 0 && Find(workflow) is { } definition && Record(workflow, run) is not null
            && Records(run, action).FirstOrDefault(record => record.IsIteration == isIteration && record.Path == name) is { } found
            ? new ActionShape(services, definition, run).Repetition(found, isIteration ? "scopeRepetitions" : "repetitions")
            : null;

    private JObject? Repeated(string workflow, string run, string action, bool isIteration, PageRequest page)
    {
        if (Find(workflow) is not { } definition || Record(workflow, run) is null)
        {
            return null;
        }

        var status = page.Filter is null ? null : HistoryFilter.Parse(page.Filter, 1).Values.OfType<string>().FirstOrDefault();
        var shape = new ActionShape(services, definition, run);
        var records = Records(run, action)
            .Where(record => record.IsIteration == isIteration && record.Path.Length > 0)
            .Where(record => status is null || record.Status.ToString().Equals(status, StringComparison.OrdinalIgnoreCase))
            .OrderBy(record => record.Path, StringComparer.Ordinal)
            .Select(record => shape.Repetition(record, isIteration ? "scopeRepetitions" : "repetitions"));
        return Page.All(records, page);
    }

    private static JObject Entry(ActionShape shape, List<ActionRecord> records) =>
        records is [{ Path.Length: 0 } single] ? shape.Action(single) : shape.Repeated(records);

    private List<ActionRecord> Records(string run, string action) => services.Store.Query(
        "SELECT name, path, iteration, status, json FROM actions WHERE run = $1 AND name = $2 ORDER BY seq", StoreQueries.ReadAction, run, action);

    private RunRecord? Record(string workflow, string run) =>
        services.Store.FindRun(run) is { } record && record.Workflow.Equals(workflow, StringComparison.OrdinalIgnoreCase) ? record : null;

    private WorkflowDefinition? Find(string workflow) => services.Project.Workflows.GetValueOrDefault(workflow);
}
