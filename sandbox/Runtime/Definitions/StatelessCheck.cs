using B2BConnector.Runtime.Actions.Wait;

namespace B2BConnector.Runtime.Definitions;

/// <summary>What a stateless workflow cannot have. https://learn.microsoft.com/azure/logic-apps/single-tenant-overview-compare.</summary>
internal static class StatelessCheck
{
    private static readonly HashSet<string> Triggers = new(StringComparer.OrdinalIgnoreCase) { "Recurrence", "ApiConnection", "ApiConnectionWebhook" };

    public static void Run(WorkflowDefinition workflow, SourceProblems problems)
    {
        if (!workflow.IsStateless)
        {
            return;
        }

        if (workflow.Trigger is { } trigger && Triggers.Contains(trigger.Type))
        {
            problems.Add(RuntimeProblems.NotInStateless($"{trigger.Path}.type", $"a trigger of type {trigger.Type}"));
        }

        foreach (var action in workflow.AllActions.Values.Where(action => action.Behaviour is WaitAction))
        {
            problems.Add(RuntimeProblems.NotInStateless($"{action.Path}.type", "a Wait action"));
        }
    }
}
