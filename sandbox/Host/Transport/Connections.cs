using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Transport;

/// <summary>What stands behind the connections of a project.</summary>
internal sealed class Connections
{
    private readonly Dictionary<string, IOperations> _known = new(StringComparer.OrdinalIgnoreCase);

    private Connections()
    {
    }

    /// <summary>Those that plain calls replace.</summary>
    public IEnumerable<string> Replaced => _known.Keys;

    public static Connections Of(JObject connections, ConnectorOperations connector)
    {
        var read = new Connections();
        foreach (var connection in (connections["managedApiConnections"] as JObject)?.Properties() ?? [])
        {
            if (Operations((string?)connection.Value["api"]?["id"] ?? "", connector) is { } operations)
            {
                read._known[connection.Name] = operations;
            }
        }

        return read;
    }

    /// <summary>Null for a connection of which nothing is known.</summary>
    public IOperations? Find(string reference) => _known.GetValueOrDefault(reference);

    private static IOperations? Operations(string api, ConnectorOperations connector) => api.Split('/') switch
    {
        [.., "managedApis", "commondataservice"] => new DataverseOperations(),
        [.., "customApis", _] => connector,
        _ => null,
    };
}
