using B2BConnector.Runtime.Actions.Variables;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions.Checks;

/// <summary>A variable is used only after the action that initializes it has run.</summary>
internal static class VariableOrderCheck
{
    public static void Run(WorkflowDefinition workflow, SourceProblems problems)
    {
        var initializers = new Dictionary<string, ActionDefinition>(StringComparer.OrdinalIgnoreCase);
        foreach (var action in workflow.AllActions.Values)
        {
            foreach (var (name, _) in (action.Behaviour as InitializeVariableAction)?.Declared ?? [])
            {
                initializers.TryAdd(name, action);
            }
        }

        foreach (var action in workflow.Actions.All)
        {
            foreach (var (name, path, span) in Uses(action))
            {
                // One that is initialized nowhere has been reported.
                if (initializers.TryGetValue(name, out var initializer) && !workflow.Paths.CanRead(action, initializer))
                {
                    problems.Add(DefinitionProblems.VariableTooEarly(path, span, action.Name, name, initializer.Name));
                }
            }
        }
    }

    private static IEnumerable<(string Name, string Path, TextSpan? Span)> Uses(ActionDefinition action)
    {
        if (action.Behaviour is VariableAction { Name.Length: > 0 } change)
        {
            yield return (change.Name, action.Path + ".inputs.name", null);
        }

        foreach (var call in action.Calls)
        {
            if (call is { Function: "variables", LiteralArguments: [{ } name, ..] })
            {
                yield return (name, call.Path, call.Span);
            }
        }
    }
}
