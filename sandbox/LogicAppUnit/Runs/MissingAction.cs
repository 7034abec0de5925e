using B2BConnector.Runtime.Definitions;

namespace LogicAppUnit.Runs;

/// <summary>Says in words why the history does not list an action.</summary>
internal static class MissingAction
{
    public static string Reason(WorkflowDefinition workflow, string name)
    {
        if (!workflow.AllActions.TryGetValue(name, out var action))
        {
            return $"The workflow '{workflow.Name}' has no such action. It has: {string.Join(", ", workflow.AllActions.Values.Select(known => known.Name))}.";
        }

        return action.Name != name ? $"Upper and lower case count: its name is '{action.Name}'." : "The run ended before it was its turn.";
    }
}
