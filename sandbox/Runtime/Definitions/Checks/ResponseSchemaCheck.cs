using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions.Checks;

/// <summary>Response actions with one status promise one schema.</summary>
internal static class ResponseSchemaCheck
{
    private const string DefaultStatus = "200";

    public static void Run(WorkflowDefinition workflow, SourceProblems problems)
    {
        var schemas = new Dictionary<string, (string Action, JToken Schema)>(StringComparer.Ordinal);
        foreach (var action in workflow.AllActions.Values.Where(action => action.Type.Equals("Response", StringComparison.OrdinalIgnoreCase)))
        {
            if (action.Json["inputs"] is not JObject inputs || inputs["schema"] is not JObject { Count: > 0 } schema)
            {
                continue;
            }

            var status = inputs["statusCode"]?.ToString() ?? DefaultStatus;
            if (!schemas.TryAdd(status, (action.Name, schema)) && !JToken.DeepEquals(schemas[status].Schema, schema))
            {
                problems.Add(DefinitionProblems.ResponseSchemas(action.Path + ".inputs.schema", status, schemas[status].Action));
            }
        }
    }
}
