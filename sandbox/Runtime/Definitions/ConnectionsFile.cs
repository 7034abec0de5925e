using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Reads connections.json. Managed API connections are used; the other kinds are only checked.</summary>
internal static class ConnectionsFile
{
    public static Dictionary<string, ApiConnectionReference> Read(JsonSource? source, ProjectContents project, List<Problem> problems)
    {
        var connections = new Dictionary<string, ApiConnectionReference>(StringComparer.OrdinalIgnoreCase);
        if (source?.Root is not JObject root)
        {
            return connections;
        }

        var sink = new SourceProblems(source, problems);
        var file = new ObjectReader(root, "", "connections.json", sink, new TemplateLog());
        OtherConnections.Read(file, project);
        if (file.Object("managedApiConnections") is { } managed)
        {
            foreach (var property in managed.Json.Properties())
            {
                project.ConnectionNames.Add(property.Name);
                if (managed.Object(property.Name) is { } entry && ReadOne(property.Name, entry, project) is { } connection)
                {
                    connections[property.Name] = connection;
                }
            }
        }

        file.Finish();
        return connections;
    }

    private static ApiConnectionReference? ReadOne(string name, ObjectReader entry, ProjectContents project)
    {
        var context = new SettingsContext(project, withParameters: true);
        foreach (var required in (string[])["api", "connection", "connectionRuntimeUrl", "authentication"])
        {
            entry.Need(required);
        }

        SettingValue.Evaluate(entry, "api", context, project);
        SettingValue.Evaluate(entry, "connection", context, project);
        var url = SettingValue.Evaluate(entry, "connectionRuntimeUrl", context, project);
        var authentication = SettingValue.Evaluate(entry, "authentication", context, project);
        entry.Ignore("connectionProperties", "displayName");
        entry.Finish();
        Uri? address = null;
        if (url is not null && !Uri.TryCreate(url.ToString(), UriKind.Absolute, out address))
        {
            entry.Report(RuntimeProblems.BadValue(entry.PathOf("connectionRuntimeUrl"), "connectionRuntimeUrl", url.ToString(), "an absolute address"));
        }

        if (authentication is null)
        {
            return null;
        }

        var type = (authentication as JObject)?["type"]?.ToString() ?? "";
        if (!type.Equals("Raw", StringComparison.OrdinalIgnoreCase))
        {
            entry.Report(UnsupportedProblems.ConnectionAuthenticationNotSupported(entry.PathOf("authentication"), type));
            return null;
        }

        return address is null
            ? null
            : new ApiConnectionReference(name, address, authentication["scheme"]?.ToString() ?? "Key", authentication["parameter"]?.ToString() ?? "");
    }
}
