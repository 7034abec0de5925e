using B2BConnector.Runtime.Actions.Wait;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions.Checks;

/// <summary>What Stateless workflows cannot do.</summary>
/// <remarks>https://learn.microsoft.com/azure/logic-apps/single-tenant-overview-compare, logic-apps-limits-and-configuration.</remarks>
internal static class StatelessCheck
{
    private const int MaximumUntilCount = 100;
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(5);
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

            if (action.Type.Equals("Until", StringComparison.OrdinalIgnoreCase) && action.Json["limit"] is JObject limit)
            {
                Limit(limit, action.Path + ".limit", problems);
            }
        }
    }

    private static void Limit(JObject limit, string path, SourceProblems problems)
    {
        if (limit["count"] is { Type: JTokenType.Integer } count && (long)count > MaximumUntilCount)
        {
            problems.Add(DefinitionProblems.StatelessLimit(path + ".count", "Iterations of an Until", $"{MaximumUntilCount}"));
        }

        if (limit["timeout"] is { Type: JTokenType.String } timeout && IsoDuration.TryParse((string)timeout!, out var duration) && duration > LongestRun)
        {
            problems.Add(DefinitionProblems.StatelessLimit(path + ".timeout", "Time-out of an Until", "PT5M"));
        }
    }
}
