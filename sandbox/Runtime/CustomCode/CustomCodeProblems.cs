using B2BConnector.Wdl;

namespace B2BConnector.Runtime.CustomCode;

/// <summary>What is wrong with lib/custom, RT0621 to RT0639.</summary>
internal static class CustomCodeProblems
{
    private const string Build = "Build the custom code: dotnet build customcode.";

    /// <summary>A warning: a project need not have functions. A workflow that calls one says so with an error of its own.</summary>
    public static Problem NoneFound(string folder) => new(
        "RT0621", "0 functions found: lib/custom holds no function.json.", "", Remedy: Build, Severity: ProblemSeverity.Warning, File: folder);

    public static Problem MetadataUnreadable(string file, string reason) => new(
        "RT0622", $"function.json cannot be read: {reason}", "", Remedy: Build, File: file);

    public static Problem MetadataIncomplete(string file) => new(
        "RT0623", "function.json names no ScriptFile or no EntryPoint 'Namespace.Class.Method'.", "", Remedy: Build, File: file);

    public static Problem AssemblyMissing(string function, string assembly, string file) => new(
        "RT0625", $"The function '{function}' lies in '{assembly}', which does not exist.", "ScriptFile", Remedy: Build, File: file);

    public static Problem AssemblyUnusable(string function, string assembly, string reason, string file) => new(
        "RT0626", $"The function '{function}' cannot be loaded from '{assembly}': {reason}", "ScriptFile", Remedy: Build, File: file);

    public static Problem EntryPointMissing(string function, string entryPoint, string file) => new(
        "RT0627", $"The function '{function}' has the entry point '{entryPoint}', which its assembly does not contain exactly once.", "EntryPoint", Remedy: Build, File: file);

    public static Problem ConstructorUnusable(string function, string type, string file) => new(
        "RT0628", $"The function '{function}' cannot be created: '{type}' has neither a public constructor with one ILoggerFactory nor one without parameters.", "EntryPoint",
        Remedy: "Take other services from inside the class.", File: file);

    public static Problem Doubled(string function, string file) => new(
        "RT0629", $"The function '{function}' is declared twice in lib/custom.", "Name", Remedy: "Rename one of them and build again.", File: file);
}
