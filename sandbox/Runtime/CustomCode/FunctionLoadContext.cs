using System.Reflection;
using System.Runtime.Loader;

namespace B2BConnector.Runtime.CustomCode;

/// <summary>
/// The assemblies of one folder under lib/custom, apart from ours: they may bring other versions of the packages we use.
/// Read from memory, so that a build can replace the files while the sandbox runs.
/// </summary>
internal sealed class FunctionLoadContext(string folder) : AssemblyLoadContext($"lib/custom/{Path.GetFileName(folder)}", isCollectible: true)
{
    // What crosses the border must be the same type on both sides.
    private static readonly string[] Shared =
    [
        "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.DependencyInjection.Abstractions", "Newtonsoft.Json",
    ];

    public Assembly LoadFile(string file)
    {
        using var image = new MemoryStream(File.ReadAllBytes(file));
        var pdb = Path.ChangeExtension(file, ".pdb");
        using var symbols = File.Exists(pdb) ? new MemoryStream(File.ReadAllBytes(pdb)) : null;
        return LoadFromStream(image, symbols);
    }

    protected override Assembly? Load(AssemblyName name)
    {
        if (Shared.Contains(name.Name, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var file = Path.Combine(folder, name.Name + ".dll");
        return File.Exists(file) ? LoadFile(file) : null;
    }
}
