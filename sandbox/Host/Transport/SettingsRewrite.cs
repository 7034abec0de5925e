using System.Text.RegularExpressions;
using B2BConnector.Host.Services;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Transport;

/// <summary>Connections, parameters and app settings of a project whose calls are plain: what nobody names any more goes, what the calls name comes.</summary>
internal sealed partial class SettingsRewrite(LogicAppFiles source, IReadOnlyDictionary<string, string> workflows)
{
    private const string ConnectionsFile = "connections.json", SettingsFile = "local.settings.json";

    public Dictionary<string, string> Run(JObject connections, IEnumerable<string> replaced, IReadOnlyCollection<string> subscribers)
    {
        var changed = new Dictionary<string, string>(workflows, StringComparer.Ordinal);
        var gone = new JArray();
        foreach (var name in replaced)
        {
            var property = ((JObject)connections["managedApiConnections"]!).Property(name)!;
            gone.Add(property.Value.DeepClone());
            property.Remove();
        }

        changed[ConnectionsFile] = LogicAppJson.Write(connections);
        var needless = Named(gone.ToString(), "parameters").Where(name => !IsNamed(changed, name, "parameters")).ToList();
        foreach (var file in ParametersFiles)
        {
            var parameters = LogicAppJson.Read(source, file);
            foreach (var name in needless)
            {
                gone.Add(parameters[name]?.DeepClone() ?? JValue.CreateNull());
                parameters.Remove(name);
            }

            parameters[ConnectorOperations.Url] = Setting("CONNECTOR_URL");
            parameters[ConnectorOperations.Audience] = Setting("CONNECTOR_AUDIENCE");
            if (subscribers.Count > 0)
            {
                parameters[RegistrationIds.Parameter] = RegistrationIds.Parameters(file, subscribers);
            }

            changed[file] = LogicAppJson.Write(parameters);
        }

        if (source.Has(SettingsFile))
        {
            var settings = LogicAppJson.Read(source, SettingsFile);
            var values = settings["Values"] as JObject ?? [];
            foreach (var name in Named(gone.ToString(), "appsetting").Where(name => !IsNamed(changed, name, "appsetting")))
            {
                values.Remove(name);
            }

            values["CONNECTOR_URL"] = "http://localhost:5081";
            values["CONNECTOR_AUDIENCE"] = SandboxSignInService.ConnectorAudience;
            settings["Values"] = values;
            changed[SettingsFile] = LogicAppJson.Write(settings);
        }

        return changed;
    }

    private IEnumerable<string> ParametersFiles => source.Paths.Where(path => ParametersFile().IsMatch(path));

    private static JObject Setting(string name) => new() { ["type"] = "String", ["value"] = $"@appsetting('{name}')" };

    private static IEnumerable<string> Named(string text, string function) =>
        Regex.Matches(text, $@"\b{function}\('(?<name>[^']+)'\)", RegexOptions.IgnoreCase).Select(match => match.Groups["name"].Value).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Something of the new project names it: an expression, or a script in quotes.</summary>
    private bool IsNamed(Dictionary<string, string> changed, string name, string function) => source.Paths.Any(path =>
        path.EndsWith(".json", StringComparison.Ordinal) ? Text(changed, path).Contains($"{function}('{name}')", StringComparison.OrdinalIgnoreCase)
        : path.EndsWith(".csx", StringComparison.Ordinal) && Text(changed, path).Contains($"\"{name}\"", StringComparison.OrdinalIgnoreCase));

    private string Text(Dictionary<string, string> changed, string path) => changed.GetValueOrDefault(path) ?? source.Text(path);

    [GeneratedRegex(@"^parameters(\.[^/]+)?\.json$")]
    private static partial Regex ParametersFile();
}
