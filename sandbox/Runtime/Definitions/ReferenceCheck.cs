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
            foreach (var call in action.Calls)
            {
                if (ActionFunctions.Contains(call.Function) && call.LiteralArguments is [{ } name, ..])
                {
                    if (!workflow.AllActions.TryGetValue(name, out var other))
                    {
                        problems.Add(RuntimeProblems.UnknownAction(call.Path, call.Span, name));
                    }
                    else if (!workflow.Paths.CanRead(action, other))
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
            if (call is { Function: "parameters", LiteralArguments: [{ } parameter, ..] } && !HasParameter(workflow, project, parameter))
            {
                problems.Add(RuntimeProblems.UnknownParameter(call.Path, call.Span, parameter));
            }
            else if (call.Function == "appsetting" && workflow.Flow is not null)
            {
                problems.Add(RuntimeProblems.NoAppSettings(call.Path, call.Span));
            }
            else if (call is { Function: "appsetting", LiteralArguments: [{ } setting, ..] } && project.Settings[setting] is null)
            {
                problems.Add(RuntimeProblems.MissingAppSetting(call.Path, call.Span, setting));
            }
        }
    }

    private static bool HasParameter(WorkflowDefinition workflow, ProjectContents project, string name) =>
        (workflow.Flow is null && project.ParameterNames.Contains(name)) || workflow.Parameters.ContainsKey(name);
}
