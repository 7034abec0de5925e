using System.Text.RegularExpressions;
using LogicAppUnit.Mocking;
using Newtonsoft.Json.Linq;

namespace LogicAppUnit.Projects;

/// <summary>Leads managed connections to the mocks: the host of their runtime address changes, its path stays.</summary>
internal sealed partial class ConnectionsRewriter(JObject settings, JObject? parameters)
{
    private const string ManagedIdentity = "ManagedServiceIdentity";

    /// <param name="file">connections.json.</param>
    /// <param name="mocked">Names of connections; empty = all.</param>
    /// <exception cref="TestException">A connection cannot be used on a developer's machine.</exception>
    public void Rewrite(JObject file, IReadOnlyList<string> mocked)
    {
        if (file["managedApiConnections"] is not JObject connections)
        {
            throw new TestException("connections.json has no object 'managedApiConnections'; an empty one is enough.");
        }

        foreach (var connection in connections.Properties().Where(connection => mocked.Count == 0 || mocked.Contains(connection.Name)))
        {
            connection.Value["connectionRuntimeUrl"] = new Uri(new Uri(MockServer.Address), Address(connection).AbsolutePath).AbsoluteUri;
        }

        var refused = connections.Properties().Where(connection => TypeOf(connection) == ManagedIdentity).Select(connection => connection.Name).ToList();
        if (refused.Count > 0)
        {
            throw new TestException(
                $"Connections that use the authentication type '{ManagedIdentity}': {string.Join(", ", refused)}. On a developer's machine only 'Raw' and 'ActiveDirectoryOAuth' are possible.");
        }
    }

    private Uri Address(JProperty connection)
    {
        var text = (string?)(connection.Value as JObject)?["connectionRuntimeUrl"] ?? throw new TestException($"The connection '{connection.Name}' has no 'connectionRuntimeUrl'.");

        // Parameters first: they may refer to settings.
        var expanded = AppSetting().Replace(
            Parameter().Replace(text, match => (string?)parameters?[match.Groups[1].Value]?["value"] ?? (parameters is null ? match.Value : "")),
            match => (string?)settings[match.Groups[1].Value] ?? "");
        return Uri.TryCreate(expanded, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : throw new TestException($"The connectionRuntimeUrl of connection '{connection.Name}' is '{text}', which gives '{expanded}': that is no address.");
    }

    private string? TypeOf(JProperty connection)
    {
        var authentication = connection.Value["authentication"]
            ?? throw new TestException($"The connection '{connection.Name}' has no 'authentication'; {{\"type\":\"Raw\",\"scheme\":\"Key\",\"parameter\":\"\"}} is enough.");
        var value = authentication.Type == JTokenType.String && Parameter().Match((string)authentication!) is { Success: true } match
            ? parameters?[match.Groups[1].Value]?["value"]
            : authentication;
        return (string?)(value as JObject)?["type"];
    }

    [GeneratedRegex(@"@parameters\('([\w.:-]*)'\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex(@"@appsetting\('([\w.:-]*)'\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AppSetting();
}
