using B2BConnector.Workflows.Tests.Support;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.Units;

/// <summary>A copy of the workflows in which one parameter has another value: what an administrator does, and LogicAppUnit overrides app settings only.</summary>
internal static class ProjectVariant
{
    private static readonly Lazy<string> ClosingFolder = new(() => Make("closing", "onHeadquartersDecision", "Close"));
    private static readonly Lazy<string> ProductionFolder = new(() => Make("production", "isProduction", true));

    /// <summary>The workflows as they are.</summary>
    public static string Original { get; } = Path.Combine(Repository.Root, "workflows");

    /// <summary>Headquarters' decisions close the Sales side.</summary>
    public static string Closing => ClosingFolder.Value;

    /// <summary>The installation is production.</summary>
    public static string Production => ProductionFolder.Value;

    private static string Make(string name, string parameter, JToken value)
    {
        var target = Path.Combine(AppContext.BaseDirectory, "variants", name);
        foreach (var file in Directory.EnumerateFiles(Original, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".json" or ".csx"))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(Original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        var path = Path.Combine(target, "parameters.json");
        var parameters = JObject.Parse(File.ReadAllText(path));
        parameters[parameter]!["value"] = value;
        File.WriteAllText(path, parameters.ToString());
        return target;
    }
}
