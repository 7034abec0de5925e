using System.Reflection;
using System.Runtime.Loader;

namespace B2BConnector.Runtime.Scripts;

/// <summary>A compiled script as bytes.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">Its portable PDB: stack traces name file and line of the script.</param>
/// <param name="Type">The type that has the entry point.</param>
/// <param name="Method">The entry point.</param>
internal sealed record ScriptImage(byte[] Assembly, byte[] Symbols, string Type, string Method)
{
    public MethodInfo Load()
    {
        using var image = new MemoryStream(Assembly);
        using var symbols = new MemoryStream(Symbols);
        // Collectible: a script that was edited leaves the process with its last run.
        var assembly = new AssemblyLoadContext("Script", isCollectible: true).LoadFromStream(image, symbols);
        return assembly.GetType(Type, throwOnError: true)!.GetMethod(Method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            ?? throw new MissingMethodException(Type, Method);
    }
}
