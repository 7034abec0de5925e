using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions.Checks;

/// <summary>Rules about a whole workflow that no single action or trigger can see.</summary>
internal static class DefinitionChecks
{
    private const int MaximumOutputs = 10;
    private const int LongestDescription = 256;

    /// <param name="workflow">The workflow as it was read.</param>
    /// <param name="definition">Its <c>definition</c>.</param>
    /// <param name="outside">Calls of expressions that belong to no operation.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Run(WorkflowDefinition workflow, ObjectReader definition, IEnumerable<FunctionCall> outside, SourceProblems problems)
    {
        if (definition.Json["outputs"] is JObject { Count: > MaximumOutputs } outputs)
        {
            problems.Add(RuntimeProblems.LimitExceeded(definition.PathOf("outputs"), "Outputs of a workflow", MaximumOutputs, outputs.Count));
        }

        if (definition.Json["description"] is { Type: JTokenType.String } text && ((string)text!).Length is > LongestDescription and var length)
        {
            problems.Add(RuntimeProblems.LimitExceeded(definition.PathOf("description"), "Characters of a description", LongestDescription, length));
        }

        VariableOrderCheck.Run(workflow, problems);
        FunctionPlaceCheck.Run(workflow, outside, problems);
        SwitchCheck.Run(workflow, problems);
        ResponseSchemaCheck.Run(workflow, problems);
        if (workflow.IsStateless)
        {
            StatelessCheck.Run(workflow, problems);
        }
    }
}
