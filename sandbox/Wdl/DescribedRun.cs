using System.Globalization;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl;

/// <summary>
/// A run as JSON describes it, for evaluating expressions without one: <c>trigger</c> and <c>actions</c> (records by name, as in the run
/// history: {"outputs":{"body":…},"status":…}), <c>action</c>, <c>variables</c>, <c>parameters</c>, <c>appsettings</c>, <c>items</c> (current item
/// by loop), <c>item</c>, <c>iterations</c>, <c>results</c>, <c>workflow</c>, <c>callbackUrl</c>, <c>now</c>. Every member is optional; names count
/// without regard to case.
/// </summary>
/// <param name="run">The description.</param>
/// <param name="time">The clock, unless <c>now</c> says the time.</param>
/// <param name="ids">Source of guid().</param>
/// <param name="random">Source of rand().</param>
public class DescribedRun(JObject run, TimeProvider time, IdSource ids, Random random)
    : EvaluationContext(Now(run) is { } now ? new StandingTime(now) : time, ids, random)
{
    /// <summary>What a description may hold.</summary>
    public static IReadOnlyList<string> Members { get; } =
        ["trigger", "actions", "action", "variables", "parameters", "appsettings", "items", "item", "iterations", "results", "workflow", "callbackUrl", "now"];

    private static readonly string[] Records = ["actions", "variables", "parameters", "appsettings", "items", "iterations", "results"];

    /// <summary>What is wrong with a description, in words; null when it can be used.</summary>
    public static string? Fault(JObject run)
    {
        if (run.Properties().FirstOrDefault(member => !Members.Contains(member.Name, StringComparer.Ordinal)) is { } unknown)
        {
            return $"The context has no member '{unknown.Name}'. It may have: {string.Join(", ", Members)}.";
        }

        return Records.FirstOrDefault(name => run[name] is not (null or JObject)) is { } wrong ? $"The member '{wrong}' of the context must be an object with a value for each name."
            : run["now"] is { } text && Now(run) is null ? $"The member 'now' of the context must be an ISO 8601 time, but is '{text}'."
            : run["iterations"] is JObject counts && !counts.Properties().All(count => count.Value.Type == JTokenType.Integer && (long)count.Value is >= 0 and <= int.MaxValue) ? "The member 'iterations' of the context must hold whole numbers."
            : null;
    }

    /// <inheritdoc/>
    public override JToken Parameter(string name) => Find("parameters", name) ?? throw ParameterNotFound(name);

    /// <inheritdoc/>
    public override string? AppSetting(string name) => Find("appsettings", name) is { Type: not JTokenType.Null } value ? value.ToString() : null;

    /// <inheritdoc/>
    public override JToken Variable(string name) => Find("variables", name) ?? throw VariableNotFound(name);

    /// <inheritdoc/>
    public override JToken Action(string name) => Find("actions", name) ?? base.Action(name);

    /// <inheritdoc/>
    public override JToken CurrentAction() => run["action"] ?? base.CurrentAction();

    /// <inheritdoc/>
    public override JToken Trigger() => run["trigger"] ?? base.Trigger();

    /// <inheritdoc/>
    public override JToken Item(string? loop) => (loop is null ? run["item"] : Find("items", loop)) ?? base.Item(loop);

    /// <inheritdoc/>
    public override int IterationIndex(string loop) => (int?)Find("iterations", loop) ?? base.IterationIndex(loop);

    /// <inheritdoc/>
    public override JToken Result(string scope) => Find("results", scope) ?? base.Result(scope);

    /// <inheritdoc/>
    public override JToken Workflow() => run["workflow"] ?? base.Workflow();

    /// <inheritdoc/>
    public override string ListCallbackUrl() => run["callbackUrl"]?.ToString() ?? base.ListCallbackUrl();

    private JToken? Find(string group, string name) => (run[group] as JObject)?.GetValue(name, StringComparison.OrdinalIgnoreCase);

    private static DateTimeOffset? Now(JObject run) =>
        DateTimeOffset.TryParse(run["now"]?.ToString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var now) ? now : null;

    /// <summary>A clock that stands.</summary>
    internal sealed class StandingTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
