using B2BConnector.ApiHub.Policies;
using B2BConnector.ApiHub.SignIn;
using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub.Contract;

/// <summary>Checks the options, reads the connector's files and makes the APIs. All problems at once.</summary>
internal static class ApiCatalogue
{
    private const string Dataverse = "commondataservice";

    public static IReadOnlyDictionary<string, IApi> Read(ApiHubOptions options, HttpMessageInvoker http, ICollection<string> problems)
    {
        var apis = new Dictionary<string, IApi>(StringComparer.OrdinalIgnoreCase) { [Dataverse] = new DataverseApi() };
        CheckConnections(options, problems);
        var custom = options.Connections.Where(c => !IsDataverse(c)).ToList();
        if (custom.Count > 0 && Custom(options, http, custom, problems) is { } api)
        {
            foreach (var connection in custom)
            {
                apis[connection.Api] = api;
            }
        }

        return apis;
    }

    private static bool IsDataverse(ApiHubConnection connection) => string.Equals(connection.Api, Dataverse, StringComparison.OrdinalIgnoreCase);

    private static void CheckConnections(ApiHubOptions options, ICollection<string> problems)
    {
        foreach (var connection in options.Connections)
        {
            var name = $"The connection {connection.Api}/{connection.ConnectionId}";
            if (connection.Key.Length == 0)
            {
                problems.Add($"{name} has no key.");
            }

            if (IsDataverse(connection) && connection.Backend is not { IsAbsoluteUri: true })
            {
                problems.Add($"{name} has no absolute address of a Dataverse environment.");
            }
        }

        foreach (var doubled in options.Connections.GroupBy(c => $"{c.Api}/{c.ConnectionId}", StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            problems.Add($"The connection {doubled.Key} is declared {doubled.Count()} times.");
        }
    }

    private static CustomApi? Custom(ApiHubOptions options, HttpMessageInvoker http, List<ApiHubConnection> connections, ICollection<string> problems)
    {
        if (options.SwaggerPath is null || options.ApiPropertiesPath is null)
        {
            problems.Add($"The connection {connections[0].Api}/{connections[0].ConnectionId} belongs to a custom connector: name its apiDefinition.swagger.json and its apiProperties.json.");
            return null;
        }

        if (JsonFile.Read(options.ApiPropertiesPath, problems)?["properties"] is not JObject properties)
        {
            problems.Add($"{options.ApiPropertiesPath} has no 'properties'.");
            return null;
        }

        var parameters = ConnectionParameters.Read(properties);
        var contract = SwaggerFile.Read(options.SwaggerPath, parameters, problems);
        if (properties["scriptOperations"] is JArray { Count: > 0 })
        {
            problems.Add($"{options.ApiPropertiesPath}: the gateway runs no connector scripts (scriptOperations).");
        }

        var operations = contract?.Operations.Select(o => o.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        var policies = PolicyFile.Read(properties, options.ApiPropertiesPath, new PolicyScope(operations, parameters, connections), problems);
        var tokens = TokenSources.Of(options, http, parameters, connections, problems);
        CheckKeys(contract, connections.Where(connection => !tokens.ContainsKey(connection)), problems);
        return contract is null ? null : new CustomApi(contract, policies, tokens);
    }

    private static void CheckKeys(ConnectorContract? contract, IEnumerable<ApiHubConnection> connections, ICollection<string> problems)
    {
        foreach (var connection in connections.Where(c => contract?.Key is { } key && !c.ParameterValues.ContainsKey(key.ConnectionParameter)))
        {
            problems.Add($"The connection {connection.Api}/{connection.ConnectionId} has no value for the connection parameter '{contract!.Key!.ConnectionParameter}', which holds the API key.");
        }
    }
}
