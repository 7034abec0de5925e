using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub.Contract;

/// <summary>The connection parameters that apiProperties.json declares, of all its parameter sets together.</summary>
internal sealed class ConnectionParameters
{
    private readonly Dictionary<string, string?> _types;

    private ConnectionParameters(Dictionary<string, string?> types) => _types = types;

    public static ConnectionParameters Read(JObject properties)
    {
        var single = (properties["connectionParameters"] as JObject)?.Properties() ?? [];
        var sets = (properties["connectionParameterSets"]?["values"] as JArray ?? []).SelectMany(set => (set["parameters"] as JObject)?.Properties() ?? []);
        var types = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in single.Concat(sets))
        {
            types[parameter.Name] = (string?)parameter.Value["type"];
        }

        return new ConnectionParameters(types);
    }

    public bool Declares(string name) => _types.ContainsKey(name);

    /// <summary>The parameter that holds the API key of a security definition: by its name, by the usual name, or as the only secret.</summary>
    public string? Secret(string definition)
    {
        var secrets = _types.Where(t => t.Value == "securestring").Select(t => t.Key).ToList();
        return secrets.FirstOrDefault(s => string.Equals(s, definition, StringComparison.OrdinalIgnoreCase))
            ?? secrets.FirstOrDefault(s => string.Equals(s, "api_key", StringComparison.OrdinalIgnoreCase))
            ?? (secrets is [var only] ? only : null);
    }
}
