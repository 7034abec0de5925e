using B2BConnector.Runtime.Actions.If;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Foreach;

/// <summary>Runs its actions for every item, several at once; goes on after a failed item, then fails.</summary>
[ActionType("Foreach", Secure = SecureParts.None, Missing = "FailWhenIterationFailed")]
public sealed class ForeachAction : IAction
{
    private const int DefaultParallel = 20;
    private const int MaximumItems = 100_000;
    private const int MaximumItemsStateless = 100;
    private Template items = null!;
    private string text = "";
    private ActionBlock body = null!;
    private int parallel = DefaultParallel;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        items = reader.Json.NeedTemplate("foreach");
        text = reader.Json.Take("foreach")?.ToString(Newtonsoft.Json.Formatting.None).Trim('"') ?? "";
        body = reader.Block(reader.Json, "actions", needed: true);
        if (reader.RuntimeConfiguration?.Object("concurrency") is { } concurrency)
        {
            parallel = concurrency.Number("repetitions", 1, 50) ?? DefaultParallel;
            concurrency.Finish();
        }

        if (reader.Options("Sequential").Contains("Sequential"))
        {
            parallel = 1;
        }
    }

    /// <inheritdoc/>
    public async Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var array = await ItemsAsync(context);
        var next = -1;
        var failed = false;
        await context.SideBySideAsync(Math.Min(parallel, array.Count), async () =>
        {
            for (var index = Interlocked.Increment(ref next); index < array.Count && !context.Run.IsEnded; index = Interlocked.Increment(ref next))
            {
                if (await context.RunIterationAsync(body, index, array[index]) is ActionStatus.Failed or ActionStatus.TimedOut)
                {
                    Volatile.Write(ref failed, true);
                }
            }
        });
        if (array.Count == 0)
        {
            context.SkipBlock(body);
        }

        return context.BlockResult(failed ? ActionStatus.Failed : ActionStatus.Succeeded) with { Iterations = array.Count, Items = array.Count };
    }

    // The items are stored before the first iteration: after a restart the loop goes over the same ones.
    private async Task<JArray> ItemsAsync(ActionContext context)
    {
        if (context.State?["items"] is JArray known)
        {
            return known;
        }

        try
        {
            var value = context.EvaluateExpression(items);
            if (value is not JArray array || array.Count > (context.Run.Definition.IsStateless ? MaximumItemsStateless : MaximumItems))
            {
                throw new ActionFailure(ActionResult.Failure(
                    "ExpressionEvaluationFailed", "ExpressionEvaluationFailed", AzureMessages.ForeachNotArray(context.Definition.Name, text, value.Type.ToString())));
            }

            await context.SaveStateAsync(new JObject { ["items"] = array });
            return (JArray)context.State!["items"]!;
        }
        catch (ActionFailure failure)
        {
            BranchChoice.SkipInside(context, failure.Result);
            throw;
        }
    }
}
