using B2BConnector.Runtime.Definitions;
using B2BConnector.Wdl;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.CustomCode;

/// <summary>The parts of <c>lib/custom/&lt;Function&gt;/function.json</c> that running needs. Written by the build of the custom code.</summary>
internal sealed record FunctionMetadata(string Name, string AssemblyFile, string TypeName, string MethodName, string File)
{
    /// <summary>Null when the file cannot be used; the problem says why.</summary>
    public static FunctionMetadata? Read(string file, ICollection<Problem> problems)
    {
        var folder = Path.GetDirectoryName(file)!;
        try
        {
            var json = JObject.Parse(System.IO.File.ReadAllText(file));
            // The .NET Framework variant has no name of its own: the folder is the name.
            var name = json.Value<string>("Name") ?? Path.GetFileName(folder);
            var language = json.Value<string>("Language") ?? "";
            if (json.Value<string>("ScriptFile") is not { Length: > 0 } script || json.Value<string>("EntryPoint") is not { } entry || entry.LastIndexOf('.') <= 0)
            {
                problems.Add(CustomCodeProblems.MetadataIncomplete(file));
                return null;
            }

            if (!language.StartsWith("net", StringComparison.Ordinal) || language.StartsWith("net4", StringComparison.Ordinal))
            {
                problems.Add(UnsupportedProblems.FunctionLanguageNotSupported(name, language, file));
                return null;
            }

            var dot = entry.LastIndexOf('.');
            var assembly = Path.Combine(Path.GetDirectoryName(folder)!, language, script.Replace('\\', '/'));
            return new FunctionMetadata(name, Path.GetFullPath(assembly), entry[..dot], entry[(dot + 1)..], file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException or InvalidCastException)
        {
            problems.Add(CustomCodeProblems.MetadataUnreadable(file, unreadable.Message));
            return null;
        }
    }
}
