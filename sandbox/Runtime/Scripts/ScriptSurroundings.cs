using System.Diagnostics;
using Microsoft.Azure.Workflows.Scripting;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Scripts;

/// <summary>What scripts are compiled against and with. Reading it does not load the compiler.</summary>
internal static class ScriptSurroundings
{
    /// <summary>The assemblies of the frameworks this process runs on, by the folder that has the version as its name.</summary>
    public static IEnumerable<IGrouping<string, string>> Frameworks { get; } =
        [.. Trusted().GroupBy(file => Path.GetDirectoryName(file) ?? "").Where(files => files.Key == Path.GetDirectoryName(typeof(object).Assembly.Location) || IsWebFramework(files.Key))];

    /// <summary>Changes with the frameworks, the assemblies of the platform, the compiler and how we call it: with all that makes something else of the same texts.</summary>
    public static string Fingerprint { get; } = string.Join(
        '\n',
        Frameworks.Select(framework => Path.GetFileName(framework.Key))
            .Concat(Trusted().Where(file => Path.GetFileName(file) is "Microsoft.CodeAnalysis.dll" or "Microsoft.CodeAnalysis.CSharp.dll").Select(file => FileVersionInfo.GetVersionInfo(file).FileVersion))
            .Concat(new[] { typeof(object), typeof(JToken), typeof(WorkflowContext), typeof(ILogger), typeof(ScriptSurroundings) }.Select(type => type.Module.ModuleVersionId.ToString())));

    private static string[] Trusted() => (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator);

    // The platform's template of a script has using directives of ASP.NET Core, and its host is an ASP.NET application.
    private static bool IsWebFramework(string folder) => Path.GetFileName(Path.GetDirectoryName(folder)) == "Microsoft.AspNetCore.App";
}
