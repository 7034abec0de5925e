using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace B2BConnector.Runtime.Registries;

/// <summary>
/// Finds the types of an assembly that carry an attribute, without loading the others: loading all types of this assembly would load the C#
/// compiler with them, which only scripts need.
/// </summary>
internal static class AttributedTypes
{
    /// <summary>Every top-level type with the attribute.</summary>
    public static IReadOnlyList<(Type Type, TAttribute Attribute)> Of<TAttribute>(Assembly assembly)
        where TAttribute : Attribute
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        var found = new List<(Type, TAttribute)>();
        foreach (var handle in reader.TypeDefinitions)
        {
            var type = reader.GetTypeDefinition(handle);
            if (type.GetCustomAttributes().Any(attribute => IsA<TAttribute>(reader, attribute)))
            {
                var loaded = assembly.GetType($"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}", throwOnError: true)!;
                found.Add((loaded, loaded.GetCustomAttribute<TAttribute>()!));
            }
        }

        return found;
    }

    // The attribute lives in the assembly itself, so its constructor is a definition, not a reference.
    private static bool IsA<TAttribute>(MetadataReader reader, CustomAttributeHandle handle)
    {
        var constructor = reader.GetCustomAttribute(handle).Constructor;
        if (constructor.Kind != HandleKind.MethodDefinition)
        {
            return false;
        }

        var type = reader.GetTypeDefinition(reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType());
        return reader.StringComparer.Equals(type.Name, typeof(TAttribute).Name) && reader.StringComparer.Equals(type.Namespace, typeof(TAttribute).Namespace!);
    }
}
