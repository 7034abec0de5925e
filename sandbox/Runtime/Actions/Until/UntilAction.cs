using System.Globalization;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Until;

/// <summary>Runs its actions, then looks at its condition, until that is true or a limit is reached.</summary>
[ActionType("Until", Secure = SecureParts.None)]
public sealed class UntilAction : IAction
{
    private const int DefaultCount = 60;
    private const int MaximumCount = 5000;
    private const int MaximumCountStateless = 100;
    private static readonly TimeSpan LongestStateless = TimeSpan.FromMinutes(5);
    private Template condition = null!;
    private ActionBlock body = null!;
    private int count = DefaultCount;
    private TimeSpan limit = TimeSpan.FromHours(1);
    private bool failAtLimit;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        condition = reader.Json.NeedCondition("expression");
        body = reader.Block(reader.Json, "actions", needed: true);
        failAtLimit = reader.Options("FailWhenLimitsReached").Contains("FailWhenLimitsReached");
        reader.Json.Need("limit");
        if (reader.Json.Object("limit") is { } limits)
        {
            count = limits.Number("count", 1, reader.Workflow.IsStateless ? MaximumCountStateless : MaximumCount) ?? DefaultCount;
            limit = limits.Duration("timeout") ?? (reader.Workflow.IsStateless ? LongestStateless : limit);
            if (reader.Workflow.IsStateless && limit > LongestStateless)
            {
                limits.Report(RuntimeProblems.BadValue(limits.PathOf("timeout"), "timeout", limit.ToString(), "at most PT5M in a stateless workflow"));
            }

            limits.Finish();
        }
    }

    /// <inheritdoc/>
    public async Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        for (var index = 0; ; index++)
        {
            // An iteration that ended before a restart is not run again, and its condition has been decided.
            var status = context.IterationResult(index, out var met) ?? await context.RunIterationAsync(body, index, null, path => IsMet(context, path));
            if (context.Run.IsEnded)
            {
                return context.BlockResult(status);
            }

            context.IterationResult(index, out met);
            if (met)
            {
                return context.BlockResult(status) with { Iterations = index + 1 };
            }

            if (index + 1 >= count || context.Now - context.Start >= limit)
            {
                return (failAtLimit ? AtLimit(context) : context.BlockResult(status)) with { Iterations = index + 1 };
            }
        }
    }

    private bool IsMet(ActionContext context, IterationPath path) =>
        context.EvaluateExpression(condition, path) is { Type: JTokenType.Boolean } value && (bool)value;

    /// <summary>Inferred: the platform's sentence for FailWhenLimitsReached is not published.</summary>
    private ActionResult AtLimit(ActionContext context) => ActionResult.Failure(
        "UntilLimitsReached",
        "UntilLimitsReached",
        string.Create(CultureInfo.InvariantCulture, $"The execution of template action '{context.Definition.Name}' failed: the limits of the loop (count {count}, timeout {limit}) were reached before its condition was met."));
}
