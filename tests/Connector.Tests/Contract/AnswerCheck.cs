using System.Globalization;
using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Holds an answer of the running connector against what the contract says of it: declared, typed, without a null.</summary>
internal static class AnswerCheck
{
    public static IEnumerable<string> Problems(CheckedInContract contract, ContractOperation operation, int status, JsonNode? answer)
    {
        if (!operation.Responses.TryGetValue(status.ToString(CultureInfo.InvariantCulture), out var declared))
        {
            return [$"{operation.Id} answered {status}, which the contract does not name"];
        }

        return declared["schema"] is JsonObject schema
            ? Problems(contract, schema, answer, operation.Id)
            : answer is null ? [] : [$"{operation.Id} answered {status} with a body, which the contract does not name"];
    }

    private static IEnumerable<string> Problems(CheckedInContract contract, JsonObject schema, JsonNode? value, string path)
    {
        var rules = contract.Resolve(schema);
        switch (value)
        {
            case null:
                return [$"{path} is null"];
            case JsonArray list:
                return rules["type"]!.ToString() == "array"
                    ? list.SelectMany((item, index) => Problems(contract, rules["items"]!.AsObject(), item, $"{path}[{index}]"))
                    : [$"{path} is a list"];
            case JsonObject map:
                return map.SelectMany(pair => rules["properties"]?[pair.Key] is JsonObject property
                    ? Problems(contract, property, pair.Value, $"{path}.{pair.Key}")
                    : [$"{path}.{pair.Key} is not declared"]);
            default:
                return new JsonSchemaCheck(rules).Problems(value).Select(problem => $"{path} {problem}");
        }
    }
}
