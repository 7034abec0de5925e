using Microsoft.Azure.Workflows.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Scripts;

/// <summary>
/// The assemblies every script sees: the frameworks this process runs on and the three the platform adds.
/// Made once, because the compiler shares what it knows of an assembly only between equal reference objects.
/// </summary>
internal static class ScriptReferences
{
    private static readonly Lazy<Dictionary<string, PortableExecutableReference>> ByName = new(Read);

    public static IEnumerable<MetadataReference> All => ByName.Value.Values;

    /// <summary>Resolves the name in <c>#r "Newtonsoft.Json"</c>, with or without .dll; null when unknown.</summary>
    public static PortableExecutableReference? Find(string name)
    {
        var simple = name.Split(',')[0].Trim();
        simple = simple.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? simple[..^4] : simple;
        return ByName.Value.GetValueOrDefault(simple) ?? Platform(simple);
    }

    // Assemblies the platform offers and the sandbox has nothing of: only their namespaces exist.
    private static PortableExecutableReference? Platform(string name) => name.ToUpperInvariant() switch
    {
        "MICROSOFT.AZURE.WEBJOBS" or "MICROSOFT.AZURE.WEBJOBS.HOST" or "MICROSOFT.AZURE.WEBJOBS.EXTENSIONS" =>
            ByName.Value[typeof(WorkflowContext).Assembly.GetName().Name!],
        "MICROSOFT.EXTENSIONS.LOGGING" => ByName.Value[typeof(ILogger).Assembly.GetName().Name!],
        _ => null,
    };

    private static Dictionary<string, PortableExecutableReference> Read() => ScriptSurroundings.Frameworks
        .SelectMany(framework => framework)
        .Append(typeof(JToken).Assembly.Location)
        .Append(typeof(WorkflowContext).Assembly.Location)
        .Append(typeof(ILogger).Assembly.Location)
        .GroupBy(file => Path.GetFileNameWithoutExtension(file), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(files => files.Key, files => MetadataReference.CreateFromFile(files.Last()), StringComparer.OrdinalIgnoreCase);
}
