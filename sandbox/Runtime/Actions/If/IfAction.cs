using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.If;

/// <summary>Runs one of two branches.</summary>
[ActionType("If", Secure = SecureParts.None)]
public sealed class IfAction : IAction
{
    private Template condition = null!;
    private ActionBlock then = null!;
    private ActionBlock? otherwise;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        condition = reader.Json.NeedCondition("expression");
        then = reader.Block(reader.Json, "actions", needed: true);
        if (reader.Json.Object("else") is { } branch)
        {
            otherwise = reader.Block(branch, "actions", needed: false);
            branch.Finish();
        }
    }

    /// <inheritdoc/>
    public async Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var met = BranchChoice.Of(context, () =>
        {
            var value = context.EvaluateExpression(condition);
            return value.Type == JTokenType.Boolean
                ? value
                : throw new ActionFailure(context.ExpressionFailure(AzureMessages.ActionExpressionFailed(
                    context.Definition.Name, "The result of the evaluation of the condition expression is not a boolean.")));
        });
        var (taken, left) = (bool)met ? (then, otherwise) : (otherwise, then);
        if (left is not null)
        {
            context.SkipBlock(left);
        }

        return context.BlockResult(taken is null ? ActionStatus.Succeeded : await context.RunBlockAsync(taken));
    }
}
