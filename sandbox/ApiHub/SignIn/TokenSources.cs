using System.Collections.Frozen;
using B2BConnector.ApiHub.Contract;
using Newtonsoft.Json.Linq;

namespace B2BConnector.ApiHub.SignIn;

/// <summary>How each connection signs in, as the parameter set that it uses declares.</summary>
internal static class TokenSources
{
    private const string ClientCredentials = "client_credentials";

    /// <summary>Connections that send no token are not in it.</summary>
    public static FrozenDictionary<ApiHubConnection, ITokenSource> Of(
        ApiHubOptions options, HttpMessageInvoker http, ConnectionParameters parameters, IEnumerable<ApiHubConnection> connections, ICollection<string> problems)
    {
        var sources = new Dictionary<ApiHubConnection, ITokenSource>();
        foreach (var connection in connections)
        {
            if (parameters.SetOf(connection, problems) is not { } set)
            {
                continue;
            }

            var name = $"The connection {connection.Api}/{connection.ConnectionId}";
            foreach (var missing in set.Required.Where(parameter => string.IsNullOrEmpty(connection.ParameterValues.GetValueOrDefault(parameter))))
            {
                problems.Add($"{name} has no value for the connection parameter '{missing}', which its parameter set requires.");
            }

            if (set.OAuth is { } oauth && Source(options, http, oauth, connection, name, problems) is { } source)
            {
                sources[connection] = source;
            }
        }

        return sources.ToFrozenDictionary();
    }

    private static ITokenSource? Source(ApiHubOptions options, HttpMessageInvoker http, JObject oauth, ApiHubConnection connection, string name, ICollection<string> problems)
    {
        if (Custom(oauth, "grantType") != ClientCredentials)
        {
            if (connection.Token is { } token)
            {
                return new PersonSignIn(token);
            }

            problems.Add($"{name} signs in as a person, and nobody did: give it a token.");
        }
        else if (Custom(oauth, "loginUri") is { } login && Custom(oauth, "resourceUri") is { } resource)
        {
            return new ServiceSignIn(options, http, login, resource, connection);
        }
        else
        {
            problems.Add($"{name} signs in as an application; apiProperties.json needs loginUri and resourceUri in customParameters for that.");
        }

        return null;
    }

    private static string? Custom(JObject oauth, string name) => (string?)oauth["customParameters"]?[name]?["value"];
}
