using B2BConnector.Runtime.Definitions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Storage;

/// <summary>One write; those handed over together are committed together. Texts are made at once, so that later changes of the objects do not matter.</summary>
internal abstract record StoreChange
{
    /// <summary>What a transaction stores, in words that are the same in every run of the same workflows. A version is stored once, with the first run.</summary>
    public static string Describe(IEnumerable<StoreChange> changes) => string.Join(" + ", changes.Where(change => change is not Version).Select(change => change switch
    {
        Run run => $"run {run.Workflow} {run.Status}",
        Action action => $"{(action.IsIteration ? "iteration" : "action")} {action.Workflow}/{action.Name} {action.Status}",
        Variable variable => $"variable {variable.Name}",
        Trigger trigger => $"trigger {trigger.Workflow}/{trigger.Name}",
        History history => $"history {history.Workflow}/{history.TriggerName} {history.Status}",
        _ => change.GetType().Name,
    }).Distinct());

    public sealed record Run(string Id, string Workflow, string Status, string Start, bool Finished, string Json) : StoreChange
    {
        public Run(RunRecord record)
            : this(record.Id, record.Workflow, record.Status.ToString(), JsonText.Time(record.Start), record.IsFinished, record.ToJson())
        {
        }
    }

    public sealed record Action(string RunId, string Path, string Name, bool IsIteration, string Status, string Json) : StoreChange
    {
        public Action(RunRecord run, ActionRecord record)
            : this(run.Id, record.Path, record.Name, record.IsIteration, record.Status.ToString(), record.ToJson()) => Workflow = run.Workflow;

        /// <summary>Not stored: the run knows it. For whoever watches.</summary>
        public string Workflow { get; } = "";
    }

    public sealed record Variable(string RunId, string Name, string Json) : StoreChange;

    /// <summary>State of a trigger; a null state removes it.</summary>
    public sealed record Trigger(string Workflow, string Name, string? State) : StoreChange;

    public sealed record History(string Id, string Workflow, string TriggerName, string? RunId, string Status, string Start, string Json) : StoreChange
    {
        public static History Of(string id, string workflow, string trigger, string? runId, ActionStatus status, DateTimeOffset start, JObject json) =>
            new(id, workflow, trigger, runId, status.ToString(), JsonText.Time(start), JsonText.Write(json));
    }

    public sealed record Version(string Workflow, string VersionId, string Text) : StoreChange;
}
