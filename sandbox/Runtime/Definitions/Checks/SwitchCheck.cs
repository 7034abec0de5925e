using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions.Checks;

/// <summary>The cases of a Switch are of one type and differ.</summary>
internal static class SwitchCheck
{
    public static void Run(WorkflowDefinition workflow, SourceProblems problems)
    {
        foreach (var action in workflow.AllActions.Values.Where(action => action.Type.Equals("Switch", StringComparison.OrdinalIgnoreCase)))
        {
            JToken? first = null;
            var seen = new HashSet<JToken>(JToken.EqualityComparer);
            foreach (var branch in (action.Json["cases"] as JObject)?.Properties() ?? [])
            {
                if ((branch.Value as JObject)?["case"] is not { Type: JTokenType.String or JTokenType.Integer } value)
                {
                    continue; // reported by the action type
                }

                var path = JsonPath.Append(JsonPath.Append(action.Path + ".cases", branch.Name), "case");
                if (!seen.Add(value))
                {
                    problems.Add(DefinitionProblems.CaseTwice(path, value.ToString(Newtonsoft.Json.Formatting.None)));
                }

                first ??= value;
                if (value.Type != first.Type)
                {
                    problems.Add(DefinitionProblems.CaseTypes(path, first.Type.ToString(), value.Type.ToString()));
                }
            }
        }
    }
}
