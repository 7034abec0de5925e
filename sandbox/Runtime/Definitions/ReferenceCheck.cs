using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Every action, loop, parameter and setting that an expression names exists, and has run before.</summary>
internal static class ReferenceCheck
{
    private static readonly HashSet<string> ActionFunctions = ["body", "outputs", "actions", "actionBody", "actionOutputs", "result"];
    private static readonly HashSet<string> LoopFunctions = ["items", "iterationIndexes"];

    public static void Run(WorkflowDefinition workflow, ProjectContents project, IEnumerable<FunctionCall> outside, SourceProblems problems)
    {
        foreach (var action in workflow.Actions.All)
        {
            HashSet<ActionDefinition>? readable = null;
            foreach (var call in action.Calls)
            {
                if (ActionFunctions.Contains(call.Function) && call.LiteralArguments is [{ } name, ..])
                {
                    if (!workflow.AllActions.TryGetValue(name, out var other))
                    {
                        problems.Add(RuntimeProblems.UnknownAction(call.Path, call.Span, name));
                    }
                    else if (!(readable ??= Readable(action)).Contains(other))
                    {
                        problems.Add(RuntimeProblems.NotOnRunAfterPath(call.Path, call.Span, action.Name, name));
                    }
                }
                else if (LoopFunctions.Contains(call.Function) && call.LiteralArguments is [{ } loop, ..] && !IsAround(action, loop))
                {
                    problems.Add(RuntimeProblems.LoopNotAround(call.Path, call.Span, call.Function, loop));
                }
            }

            CheckProject(action.Calls, workflow, project, problems);
        }

        CheckProject(outside, workflow, project, problems);
        CheckProject(workflow.Trigger?.Calls ?? [], workflow, project, problems);
    }

    private static bool IsAround(ActionDefinition action, string loop) =>
        action.Loops.Append(action).Any(around => around.Name.Equals(loop, StringComparison.OrdinalIgnoreCase));

    private static void CheckProject(IEnumerable<FunctionCall> calls, WorkflowDefinition workflow, ProjectContents project, SourceProblems problems)
    {
        foreach (var call in calls)
        {
            if (call is { Function: "parameters", LiteralArguments: [{ } parameter, ..] }
                && !project.ParameterNames.Contains(parameter) && !workflow.Parameters.ContainsKey(parameter))
            {
                problems.Add(RuntimeProblems.UnknownParameter(call.Path, call.Span, parameter));
            }
            else if (call is { Function: "appsetting", LiteralArguments: [{ } setting, ..] } && project.Settings[setting] is null)
            {
                problems.Add(RuntimeProblems.MissingAppSetting(call.Path, call.Span, setting));
            }
        }
    }

    /// <summary>What has run before the action may start, with everything inside it.</summary>
    internal static HashSet<ActionDefinition> Readable(ActionDefinition action)
    {
        var readable = new HashSet<ActionDefinition>();

        // The condition of an Until is evaluated after its body.
        foreach (var inner in action.Type.Equals("Until", StringComparison.OrdinalIgnoreCase) ? action.Blocks.SelectMany(block => block.All) : [])
        {
            readable.Add(inner);
        }

        for (var at = action; at is not null; at = at.Block.Owner)
        {
            var open = new Stack<ActionDefinition>(at.RunAfter.Select(condition => condition.Action));
            while (open.TryPop(out var before))
            {
                if (readable.Add(before))
                {
                    readable.UnionWith(before.Blocks.SelectMany(block => block.All));
                    foreach (var condition in before.RunAfter)
                    {
                        open.Push(condition.Action);
                    }
                }
            }
        }

        readable.Remove(action);
        return readable;
    }
}
