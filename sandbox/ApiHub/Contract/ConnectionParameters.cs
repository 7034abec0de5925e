using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub.Contract;

/// <summary>The connection parameters that apiProperties.json declares, set by set.</summary>
internal sealed class ConnectionParameters(IReadOnlyList<ConnectionSet> sets)
{
    public static ConnectionParameters Read(JObject properties) => new(
        properties["connectionParameterSets"]?["values"] is JArray values
            ? [.. values.OfType<JObject>().Select(set => ConnectionSet.From((string?)set["name"] ?? "", set["parameters"] as JObject))]
            : [ConnectionSet.From("", properties["connectionParameters"] as JObject)]);

    public bool Declares(string name) => sets.Any(set => set.Parameters.ContainsKey(name));

    /// <summary>The set that a connection uses. Null, with a problem, when it names none of those there are.</summary>
    public ConnectionSet? SetOf(ApiHubConnection connection, ICollection<string> problems)
    {
        if (sets.FirstOrDefault(set => string.Equals(set.Name, connection.ParameterSet, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return found;
        }

        problems.Add($"The connection {connection.Api}/{connection.ConnectionId} uses the parameter set '{connection.ParameterSet}'; apiProperties.json has {string.Join(", ", sets.Select(set => $"'{set.Name}'"))}.");
        return null;
    }

    /// <summary>The parameter that holds the API key of a security definition: by its name, by the usual name, or as the only secret.</summary>
    public string? Secret(string definition)
    {
        var secrets = sets.SelectMany(set => set.Parameters).Where(parameter => (string?)parameter.Value["type"] == "securestring").Select(parameter => parameter.Key).ToList();
        return secrets.FirstOrDefault(s => string.Equals(s, definition, StringComparison.OrdinalIgnoreCase))
            ?? secrets.FirstOrDefault(s => string.Equals(s, "api_key", StringComparison.OrdinalIgnoreCase))
            ?? (secrets is [var only] ? only : null);
    }
}
