using System.Reflection;
using B2BConnector.Wdl;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Runtime.CustomCode;

/// <summary>Loads the assemblies that function.json files name and finds the entry points in them.</summary>
internal sealed class FunctionLoader(ILoggerFactory loggers, ICollection<Problem> problems)
{
    private readonly Dictionary<string, FunctionLoadContext> _contexts = [];
    private readonly Dictionary<string, Assembly> _assemblies = [];

    public CustomFunction? Load(FunctionMetadata metadata)
    {
        if (!File.Exists(metadata.AssemblyFile))
        {
            problems.Add(CustomCodeProblems.AssemblyMissing(metadata.Name, metadata.AssemblyFile, metadata.File));
            return null;
        }

        try
        {
            return Find(metadata, Assembly(metadata.AssemblyFile));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or BadImageFormatException or TypeLoadException or ReflectionTypeLoadException)
        {
            problems.Add(CustomCodeProblems.AssemblyUnusable(metadata.Name, metadata.AssemblyFile, broken.Message, metadata.File));
            return null;
        }
    }

    private CustomFunction? Find(FunctionMetadata metadata, Assembly assembly)
    {
        var type = assembly.GetType(metadata.TypeName);
        var methods = type?.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Where(m => m.Name == metadata.MethodName).ToList();
        if (methods is not [var method])
        {
            problems.Add(CustomCodeProblems.EntryPointMissing(metadata.Name, $"{metadata.TypeName}.{metadata.MethodName}", metadata.File));
            return null;
        }

        if ((type!.GetConstructor([typeof(ILoggerFactory)]) ?? type.GetConstructor([])) is not { } constructor)
        {
            problems.Add(CustomCodeProblems.ConstructorUnusable(metadata.Name, metadata.TypeName, metadata.File));
            return null;
        }

        return new CustomFunction(metadata.Name, constructor, method, loggers);
    }

    private Assembly Assembly(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (!_contexts.TryGetValue(folder, out var context))
        {
            _contexts[folder] = context = new FunctionLoadContext(folder);
        }

        return _assemblies.TryGetValue(file, out var assembly) ? assembly : _assemblies[file] = context.LoadFile(file);
    }
}
