using B2BConnector.Runtime.Actions;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions.Checks;

/// <summary>Functions that mean something at certain places only.</summary>
internal static class FunctionPlaceCheck
{
    private static readonly HashSet<string> ActionFunctions = ["body", "outputs", "actions", "actionBody", "actionOutputs", "result"];
    private static readonly HashSet<string> WithItems = new(["Select", "Query", "Table"], StringComparer.OrdinalIgnoreCase);

    public static void Run(WorkflowDefinition workflow, IEnumerable<FunctionCall> outside, SourceProblems problems)
    {
        foreach (var call in workflow.Trigger?.Calls ?? [])
        {
            if (ActionFunctions.Contains(call.Function) && call.LiteralArguments is [{ } name, ..])
            {
                problems.Add(DefinitionProblems.ActionInTrigger(call.Path, call.Span, call.Function, name));
            }
        }

        Callback(workflow.Trigger?.Calls ?? [], workflow.Trigger?.Type ?? "", problems);
        foreach (var call in outside.Where(call => ActionFunctions.Contains(call.Function)))
        {
            if (call.LiteralArguments is [{ } name, ..] && !workflow.AllActions.ContainsKey(name))
            {
                problems.Add(RuntimeProblems.UnknownAction(call.Path, call.Span, name));
            }
        }

        foreach (var action in workflow.AllActions.Values.Where(action => action.Calls.Count > 0))
        {
            Callback(action.Calls, action.Type, problems);
            Items(workflow, action, problems);
        }
    }

    private static void Items(WorkflowDefinition workflow, ActionDefinition action, SourceProblems problems)
    {
        var item = WithItems.Contains(action.Type) || action.Behaviour is UnknownAction || action.Loops.Any(loop => Is(loop, "Foreach"));
        foreach (var call in action.Calls)
        {
            switch (call)
            {
                case { Function: "item" } when !item:
                    problems.Add(DefinitionProblems.ItemOutside(call.Path, call.Span));
                    break;
                case { Function: "action" } when !call.Path.Contains(".trackedProperties", StringComparison.Ordinal) && !call.Path.Contains(".unsubscribe", StringComparison.Ordinal):
                    problems.Add(DefinitionProblems.NotExpectedHere(call.Path, call.Span, "action", "trackedProperties and unsubscribe"));
                    break;
                case { Function: "items" or "iterationIndexes", LiteralArguments: [{ } name, ..] }
                    when workflow.AllActions.TryGetValue(name, out var loop) && !Is(loop, call.Function == "items" ? "Foreach" : "Until"):
                    problems.Add(DefinitionProblems.NotThatLoop(call.Path, call.Span, call.Function, name, loop.Type));
                    break;
            }
        }
    }

    private static void Callback(IEnumerable<FunctionCall> calls, string type, SourceProblems problems)
    {
        if (type.EndsWith("Webhook", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var call in calls.Where(call => call.Function == "listCallbackUrl"))
        {
            problems.Add(DefinitionProblems.NotExpectedHere(call.Path, call.Span, "listCallbackUrl", "webhook triggers and actions"));
        }
    }

    private static bool Is(ActionDefinition action, string type) => action.Type.Equals(type, StringComparison.OrdinalIgnoreCase);
}
