using B2BConnector.Runtime.Actions.Wait;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions.Checks;

/// <summary>What Stateless workflows cannot do.</summary>
/// <remarks>https://learn.microsoft.com/azure/logic-apps/single-tenant-overview-compare, logic-apps-limits-and-configuration.</remarks>
internal static class StatelessCheck
{
    private static readonly HashSet<string> NoTriggers = new(["Recurrence", "ApiConnection", "ApiConnectionWebhook"], StringComparer.OrdinalIgnoreCase);

    public static void Run(WorkflowDefinition workflow, SourceProblems problems)
    {
        if (workflow.Trigger is { } trigger && NoTriggers.Contains(trigger.Type))
        {
            problems.Add(DefinitionProblems.StatelessTrigger(trigger.Path + ".type", trigger.Type));
        }

        foreach (var action in workflow.AllActions.Values)
        {
            if (action.Json["runtimeConfiguration"] is JObject { Count: > 0 } configuration && configuration.ContainsKey("contentTransfer"))
            {
                problems.Add(DefinitionProblems.StatelessUse(action.Path + ".runtimeConfiguration.contentTransfer", "chunked content"));
            }

            if (action.Behaviour is WaitAction)
            {
                problems.Add(DefinitionProblems.StatelessUse(action.Path + ".type", "a Wait action"));
            }
        }
    }
}
