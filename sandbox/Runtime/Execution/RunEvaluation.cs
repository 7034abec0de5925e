using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Storage;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>What expressions of an action see: records of the run as far as the iterations around the action share them.</summary>
internal sealed class RunEvaluation(LiveRun run, IterationPath path, Func<JObject>? current = null, JToken? item = null, Func<string>? callback = null)
    : EvaluationContext(run.Services.Options.Time, run.Services.Options.Ids, run.Services.Random)
{
    public override JToken Parameter(string name) =>
        run.Services.Contents.ParameterOf(run.Definition, name) ?? base.Parameter(name);

    public override LanguageOptions Options => run.Definition.Flow is null ? base.Options : CloudFlow.Language;

    public override string? AppSetting(string name) => run.Services.Contents.Settings[name];

    public override JToken Variable(string name) =>
        run.Variable(name) ?? throw new WdlException($"Template language expression cannot be evaluated: the template variable '{name}' cannot be found.");

    public override JToken Action(string name)
    {
        if (!run.Definition.AllActions.TryGetValue(name, out var action))
        {
            return base.Action(name);
        }

        var common = path.CommonWith(action);
        return common.Depth == action.Loops.Count
            ? run.Find(action, common)?.View ?? NotYet(name)
            : LoopView.Of(run, action, common) ?? NotYet(name);
    }

    public override JToken CurrentAction() => current is null ? base.CurrentAction() : current();

    public override JToken Trigger() => run.Record.Trigger;

    public override JToken Item(string? loop)
    {
        if (loop is null && item is not null)
        {
            return item;
        }

        for (var place = path; place.Outer is not null; place = place.Outer)
        {
            if (place.Item is not null && (loop is null || place.Loop!.Name.Equals(loop, StringComparison.OrdinalIgnoreCase)))
            {
                return place.Item;
            }
        }

        return base.Item(loop);
    }

    public override int IterationIndex(string loop) => path.Find(loop)?.Index ?? base.IterationIndex(loop);

    public override JToken Result(string scope) =>
        run.Definition.AllActions.TryGetValue(scope, out var action) ? ScopeResult.Of(run, action, path.CommonWith(action)) : base.Result(scope);

    public override JToken Workflow() => new JObject
    {
        ["id"] = $"/workflows/{run.Definition.Id}",
        ["name"] = run.Definition.Name,
        ["type"] = "workflows",
        ["location"] = run.Services.Contents.Location,
        ["tags"] = new JObject(),
        ["run"] = new JObject { ["id"] = $"/workflows/{run.Definition.Id}/runs/{run.Record.Id}", ["name"] = run.Record.Id, ["type"] = "workflows/runs" },
    };

    public override string ListCallbackUrl() => callback is null ? base.ListCallbackUrl() : callback();

    // An action that has no record yet runs beside this one: it cannot be read.
    private static JToken NotYet(string name) => throw new WdlException($"The template action '{name}' has not completed.");
}
