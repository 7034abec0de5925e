using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>What a later contract may not do to makers who built on an earlier one.</summary>
/// <remarks>https://learn.microsoft.com/connectors/custom-connectors/operational-versioning and .../certification-updates.</remarks>
internal static class BreakingChanges
{
    /// <summary>A sentence for each; empty when whoever used the released contract can use the new one.</summary>
    public static IReadOnlyList<string> Between(JsonObject released, JsonObject now)
    {
        var (before, after) = (new CheckedInContract(released), new CheckedInContract(now));
        var changes = new List<string>();
        if (!JsonNode.DeepEquals(released["securityDefinitions"], now["securityDefinitions"]))
        {
            changes.Add("The way to sign in changed.");
        }

        foreach (var operation in before.Operations)
        {
            if (after.Operations.FirstOrDefault(other => other.Id == operation.Id) is not { } successor)
            {
                changes.Add($"{operation.Id} is gone.");
                continue;
            }

            changes.AddRange(Address(operation, successor));
            changes.AddRange(Parameters(operation.Id, before.Parameters(operation), after.Parameters(successor)));
            changes.AddRange(Request(operation.Id, Body(before, operation), Body(after, successor)));
            changes.AddRange(Fields($"The answer of {operation.Id}", Answer(before, operation), Answer(after, successor)));
        }

        return changes;
    }

    private static IEnumerable<string> Address(ContractOperation before, ContractOperation after)
    {
        if ((before.Method, before.Path) != (after.Method, after.Path))
        {
            yield return $"{before.Id} moved from {before.Method} {before.Path} to {after.Method} {after.Path}.";
        }

        if (before.Visibility != "internal" && after.Visibility == "internal")
        {
            yield return $"{before.Id} is hidden now.";
        }
    }

    private static IEnumerable<string> Parameters(string operation, IReadOnlyList<JsonObject> before, IReadOnlyList<JsonObject> after)
    {
        foreach (var parameter in before.Where(IsPlain))
        {
            if (after.FirstOrDefault(other => Name(other) == Name(parameter)) is not { } successor)
            {
                yield return $"{operation} takes no {Name(parameter)} any more.";
            }
            else if (Text(parameter, "type") != Text(successor, "type"))
            {
                yield return $"{operation} takes {Name(parameter)} as {Text(successor, "type")}, no longer as {Text(parameter, "type")}.";
            }
        }

        foreach (var parameter in after.Where(parameter => IsPlain(parameter) && IsRequired(parameter)))
        {
            if (!before.Any(other => Name(other) == Name(parameter) && IsRequired(other)))
            {
                yield return $"{operation} requires {Name(parameter)} now.";
            }
        }
    }

    private static IEnumerable<string> Request(string operation, Dictionary<string, Field> before, Dictionary<string, Field> after) =>
        Fields($"The body of {operation}", before, after)
            .Concat(after.Where(field => field.Value.Required && !(before.TryGetValue(field.Key, out var old) && old.Required))
                .Select(field => $"The body of {operation} requires {field.Key} now."));

    private static IEnumerable<string> Fields(string where, Dictionary<string, Field> before, Dictionary<string, Field> after)
    {
        foreach (var (path, field) in before)
        {
            if (!after.TryGetValue(path, out var successor))
            {
                yield return $"{where} has no {path} any more.";
            }
            else if (field.Type != successor.Type)
            {
                yield return $"{where} has {path} as {successor.Type}, no longer as {field.Type}.";
            }
        }
    }

    private static Dictionary<string, Field> Body(CheckedInContract contract, ContractOperation operation) =>
        Flat(contract, contract.Parameters(operation).FirstOrDefault(parameter => !IsPlain(parameter))?["schema"]);

    private static Dictionary<string, Field> Answer(CheckedInContract contract, ContractOperation operation) =>
        Flat(contract, operation.Json["responses"]!.AsObject().FirstOrDefault(response => response.Key.StartsWith('2')).Value?["schema"]);

    private static Dictionary<string, Field> Flat(CheckedInContract contract, JsonNode? schema)
    {
        var fields = new Dictionary<string, Field>(StringComparer.Ordinal);
        Add("", schema, required: false);
        return fields;

        void Add(string path, JsonNode? node, bool required)
        {
            if (node is not JsonObject reference)
            {
                return;
            }

            var resolved = contract.Resolve(reference);
            if (path.Length > 0)
            {
                fields[path] = new Field(Text(resolved, "type"), required);
            }

            var names = resolved["required"]?.AsArray().Select(name => name!.ToString()).ToHashSet() ?? [];
            foreach (var (name, property) in resolved["properties"]?.AsObject() ?? [])
            {
                Add(path.Length == 0 ? name : $"{path}.{name}", property, names.Contains(name));
            }

            Add(path + "[]", resolved["items"], required: false);
        }
    }

    private static bool IsPlain(JsonObject parameter) => Text(parameter, "in") != "body";

    private static bool IsRequired(JsonObject parameter) => parameter["required"]?.GetValue<bool>() == true;

    private static string Name(JsonObject parameter) => $"{Text(parameter, "in")} parameter {Text(parameter, "name")}";

    private static string Text(JsonObject node, string name) => node[name]?.ToString() ?? "object";

    private sealed record Field(string Type, bool Required);
}
