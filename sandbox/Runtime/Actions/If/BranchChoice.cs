using B2BConnector.Runtime.Execution;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.If;

/// <summary>
/// The value that chooses a branch, evaluated once: it is stored before the branch starts, so that a restart cannot choose the other one.
/// When it cannot be evaluated, everything inside is skipped.
/// </summary>
internal static class BranchChoice
{
    public static JToken Of(ActionContext context, Func<JToken> evaluate)
    {
        if (context.Inputs is JObject earlier && earlier["expressionResult"] is { } known)
        {
            return known;
        }

        try
        {
            var value = evaluate();
            context.RecordInputs(new JObject { ["expressionResult"] = value.DeepClone() });
            context.PostProgress();
            return value;
        }
        catch (ActionFailure failure)
        {
            SkipInside(context, failure.Result);
            throw;
        }
    }

    /// <summary>Records that nothing inside the action runs, because it failed before.</summary>
    public static void SkipInside(ActionContext context, ActionResult result) =>
        ActionSkip.Inside(context.Run, context.Definition, context.Path, context.Finish(result));
}
