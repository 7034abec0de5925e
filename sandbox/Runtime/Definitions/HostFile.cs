using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Definitions;

/// <summary>host.json: the runtime works with the platform's defaults; a setting that would change them is not passed over in silence.</summary>
internal static class HostFile
{
    public static void Check(JsonSource? source, List<Problem> problems)
    {
        var settings = (source?.Root as JObject)?.GetValue("extensions", StringComparison.OrdinalIgnoreCase) is JObject extensions
            && extensions.GetValue("workflow", StringComparison.OrdinalIgnoreCase) is JObject workflow
                ? workflow.GetValue("settings", StringComparison.OrdinalIgnoreCase) as JObject
                : null;
        foreach (var setting in settings?.Properties() ?? [])
        {
            new SourceProblems(source!, problems).Add(RuntimeProblems.HostSettingNotApplied(setting.Path, setting.Name));
        }
    }
}
