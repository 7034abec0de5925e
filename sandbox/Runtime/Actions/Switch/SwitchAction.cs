using B2BConnector.Runtime.Actions.If;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Switch;

/// <summary>Runs the case whose value equals the expression, strictly: same type, same case.</summary>
[ActionType("Switch", Secure = SecureParts.None)]
public sealed class SwitchAction : IAction
{
    private const int MaximumCases = 25;
    private readonly List<(JToken Value, ActionBlock Block)> cases = [];
    private Template expression = null!;
    private string text = "";
    private ActionBlock? otherwise;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        expression = reader.Json.NeedTemplate("expression");
        text = reader.Json.Take("expression")?.ToString() ?? "";
        if (!text.StartsWith('@'))
        {
            reader.Report(RuntimeProblems.NotAnExpression(reader.Json.PathOf("expression"), "expression"));
        }

        var all = reader.Json.NeedObject("cases");
        foreach (var property in all.Json.Properties())
        {
            if (all.Object(property.Name) is not { } one)
            {
                continue;
            }

            var value = one.Need("case");
            if (value is not null and not { Type: JTokenType.String or JTokenType.Integer })
            {
                one.Report(RuntimeProblems.WrongType(one.PathOf("case"), "case", "a text or a whole number", ObjectReader.NameOf(value)));
            }

            cases.Add((value ?? JValue.CreateNull(), reader.Block(one, "actions", needed: false)));
            one.Finish();
        }

        if (cases.Count > MaximumCases)
        {
            reader.Report(RuntimeProblems.LimitExceeded(all.Path, "Cases of a Switch", MaximumCases, cases.Count));
        }

        if (reader.Json.Object("default") is { } branch)
        {
            otherwise = reader.Block(branch, "actions", needed: false);
            branch.Finish();
        }
    }

    /// <inheritdoc/>
    public async Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var value = BranchChoice.Of(context, () => Scalar(context, context.EvaluateExpression(expression)));
        if (cases.Any(one => one.Value.Type != value.Type))
        {
            return FailBranches(context, value);
        }

        var index = cases.FindIndex(one => JToken.DeepEquals(one.Value, value));
        var taken = index >= 0 ? cases[index].Block : otherwise;
        foreach (var left in cases.Select(one => one.Block).Append(otherwise).Where(block => block is not null && block != taken))
        {
            context.SkipBlock(left!);
        }

        return context.BlockResult(taken is null ? ActionStatus.Succeeded : await context.RunBlockAsync(taken));
    }

    private JToken Scalar(ActionContext context, JToken value) => value.Type is JTokenType.String or JTokenType.Integer
        ? value
        : throw new ActionFailure(ActionResult.Failure(
            "ExpressionEvaluationFailed", "ExpressionEvaluationFailed", AzureMessages.SwitchNotScalar(context.Definition.Name, text, value.Type.ToString())));

    private ActionResult FailBranches(ActionContext context, JToken value)
    {
        foreach (var (caseValue, block) in cases)
        {
            ActionSkip.Fail(context.Run, block, context.Path, action => ActionResult.ErrorOf(
                "ActionConditionFailed", AzureMessages.SwitchTypeMismatch(action.Name, value.Type.ToString(), caseValue.Type.ToString())));
        }

        if (otherwise is not null)
        {
            ActionSkip.Fail(context.Run, otherwise, context.Path, action => ActionResult.ErrorOf(
                "ActionConditionFailed", AzureMessages.SwitchTypeMismatch(action.Name, value.Type.ToString(), cases[0].Value.Type.ToString())));
        }

        return context.BlockResult(ActionStatus.Failed);
    }
}
