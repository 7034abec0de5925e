using B2BConnector.Runtime.Definitions.Checks;
using B2BConnector.Runtime.Definitions.Platform;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>host.json: the runtime works with the platform's defaults; a setting that would change them is not passed over in silence.</summary>
internal static class HostFile
{
    public static void Check(string folder, JsonSource? source, List<Problem> problems)
    {
        if (source is null)
        {
            if (!File.Exists(Path.Combine(folder, "host.json")))
            {
                problems.Add(DefinitionProblems.NoHostFile(folder));
            }

            return;
        }

        var sink = new SourceProblems(source, problems);
        foreach (var setting in Settings(source.Root)?.Properties() ?? [])
        {
            if (!PlatformCatalogue.HostSettings.TryGetValue(setting.Name, out var standard))
            {
                sink.Add(DefinitionProblems.HostSettingUnknown(setting.Path, setting.Name));
            }
            else if (!setting.Value.ToString().Equals(standard, StringComparison.OrdinalIgnoreCase))
            {
                sink.Add(UnsupportedProblems.HostSettingNotApplied(setting.Path, setting.Name, standard));
            }
        }
    }

    private static JObject? Settings(JToken root) => Member(Member(Member(root, "extensions"), "workflow"), "settings");

    private static JObject? Member(JToken? json, string name) => (json as JObject)?.GetValue(name, StringComparison.OrdinalIgnoreCase) as JObject;
}
