using B2BConnector.Runtime.Definitions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.CloudFlows;

/// <summary>The parameters of a call fit the operation: known, complete, and of the values that it names.</summary>
internal static class FlowParameterCheck
{
    public static void Run(FlowOperation operation, ObjectReader? parameters, ObjectReader inputs)
    {
        var given = parameters?.Json ?? [];
        foreach (var property in given.Properties())
        {
            if (!IsKnown(operation, property.Name))
            {
                parameters!.Report(RuntimeProblems.UnknownOperationParameter(parameters.PathOf(property.Name), property.Name, operation.Id));
            }
        }

        foreach (var parameter in operation.Parameters)
        {
            if (parameter is { Required: true, Filled: null } && !IsGiven(operation, parameter, given))
            {
                inputs.Report(RuntimeProblems.OperationParameterMissing(inputs.PathOf("parameters"), parameter.Name, operation.Id));
            }

            if (given[parameter.Name] is JValue { Type: JTokenType.String } value && parameter.Json["enum"] is JArray allowed
                && !IsExpression((string)value!) && !allowed.Any(one => (string?)one == (string?)value))
            {
                inputs.Report(RuntimeProblems.BadValue(parameters!.PathOf(parameter.Name), parameter.Name, (string)value!, string.Join(", ", allowed)));
            }
        }
    }

    private static bool IsKnown(FlowOperation operation, string name)
    {
        var path = name.Split('/');
        return operation.Parameters.Any(parameter =>
            parameter.Name == name || (parameter.Place == "body" && path[0] == parameter.Name && BodySchema.Of(parameter).Knows(path.AsSpan(1))));
    }

    private static bool IsGiven(FlowOperation operation, OperationParameter parameter, JObject given) =>
        given.ContainsKey(parameter.Name)
        || (parameter.Place == "body" && (operation.NotificationUrl is not null || given.Properties().Any(property => property.Name.StartsWith(parameter.Name + "/", StringComparison.Ordinal))));

    private static bool IsExpression(string text) => (text.StartsWith('@') && !text.StartsWith("@@", StringComparison.Ordinal)) || text.Contains("@{", StringComparison.Ordinal);
}
