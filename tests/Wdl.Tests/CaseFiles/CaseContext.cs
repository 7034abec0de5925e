using System.Globalization;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests.CaseFiles;

/// <summary>
/// A run as a "#context" line describes it: trigger, actions, action, variables, parameters, settings, item, items, iterations, results,
/// workflow, callbackUrl, now. Ids and random numbers are counted and seeded.
/// </summary>
public sealed class CaseContext(JObject run, LanguageOptions? options = null) : EvaluationContext(new FixedTime(run), Counted(), new Random(1))
{
    public override LanguageOptions Options { get; } = options ?? LanguageOptions.Default;

    public override JToken Parameter(string name) => Find("parameters", name) ?? throw ParameterNotFound(name);

    public override string? AppSetting(string name) => (string?)Find("settings", name);

    public override JToken Variable(string name) => Find("variables", name) ?? throw VariableNotFound(name);

    public override JToken Action(string name) => Find("actions", name) ?? base.Action(name);

    public override JToken CurrentAction() => run["action"] ?? base.CurrentAction();

    public override JToken Trigger() => run["trigger"] ?? base.Trigger();

    public override JToken Item(string? loop) => (loop is null ? run["item"] : Find("items", loop)) ?? base.Item(loop);

    public override int IterationIndex(string loop) => (int?)Find("iterations", loop) ?? base.IterationIndex(loop);

    public override JToken Result(string scope) => Find("results", scope) ?? base.Result(scope);

    public override JToken Workflow() => run["workflow"] ?? base.Workflow();

    public override string ListCallbackUrl() => (string?)run["callbackUrl"] ?? base.ListCallbackUrl();

    private JToken? Find(string group, string name) => (run[group] as JObject)?.GetValue(name, StringComparison.OrdinalIgnoreCase);

    private static IdSource Counted()
    {
        var next = 0;
        return () => new Guid(++next, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
    }

    private sealed class FixedTime(JObject run) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() =>
            DateTimeOffset.Parse((string?)run["now"] ?? "2026-03-05T14:07:09.1234567Z", CultureInfo.InvariantCulture);
    }
}
