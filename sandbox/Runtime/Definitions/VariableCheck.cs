using B2BConnector.Runtime.Actions.Variables;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Variables are initialized once, at the top level, and only known ones are used.</summary>
internal static class VariableCheck
{
    private const int MaximumVariables = 250;

    public static void Run(WorkflowDefinition workflow, SourceProblems problems)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var action in workflow.Actions.All)
        {
            if (action.Behaviour is not InitializeVariableAction initialize)
            {
                continue;
            }

            if (action.Block.Owner is not null)
            {
                problems.Add(RuntimeProblems.Misplaced(action.Path, action.Name, "variables are initialized at the top level of the workflow."));
            }

            foreach (var (name, path) in initialize.Declared.Where(declared => !names.Add(declared.Name)))
            {
                problems.Add(RuntimeProblems.VariableTwice(path, name));
            }
        }

        if (names.Count > MaximumVariables)
        {
            problems.Add(RuntimeProblems.LimitExceeded("definition.actions", "Variables of a workflow", MaximumVariables, names.Count));
        }

        foreach (var action in workflow.Actions.All)
        {
            if (action.Behaviour is VariableAction { Name.Length: > 0 } change && !names.Contains(change.Name))
            {
                problems.Add(RuntimeProblems.UnknownVariable(action.Path + ".inputs.name", null, change.Name));
            }

            foreach (var call in action.Calls.Where(call => call.Function == "variables" && call.LiteralArguments is [{ } name, ..] && !names.Contains(name)))
            {
                problems.Add(RuntimeProblems.UnknownVariable(call.Path, call.Span, call.LiteralArguments[0]!));
            }
        }
    }
}
