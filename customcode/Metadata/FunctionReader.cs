using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json.Nodes;

namespace B2BConnector.Metadata;

/// <summary>Finds the functions of an assembly in its metadata. Nothing of it is loaded or run, so its references may be missing.</summary>
internal static class FunctionReader
{
    private const string FunctionAttribute = "Microsoft.Azure.Functions.Worker.FunctionAttribute";
    private const string TriggerAttribute = "Microsoft.Azure.Functions.Extensions.Workflows.WorkflowActionTriggerAttribute";

    public static IReadOnlyList<FunctionDeclaration> Read(string assembly)
    {
        using var stream = File.OpenRead(assembly);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var functions = metadata.MethodDefinitions
            .Select(handle => Function(metadata, metadata.GetMethodDefinition(handle)))
            .OfType<FunctionDeclaration>()
            .OrderBy(f => f.Name, StringComparer.Ordinal)
            .ToList();
        var doubled = functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        return doubled is null ? functions : throw new InvalidFunctionException($"The function '{doubled.Key}' is declared twice.");
    }

    private static FunctionDeclaration? Function(MetadataReader metadata, MethodDefinition method)
    {
        if (Attribute(metadata, method.GetCustomAttributes(), FunctionAttribute) is not { } attribute)
        {
            return null;
        }

        var name = AttributeText(metadata, attribute);
        var entryPoint = $"{TypeName(metadata, method.GetDeclaringType())}.{metadata.GetString(method.Name)}";
        var signature = method.DecodeSignature(new TypeShapes(), null);
        var parameters = method.GetParameters().Select(metadata.GetParameter).Where(p => p.SequenceNumber > 0).OrderBy(p => p.SequenceNumber).ToList();
        if (parameters.Count == 0 || Attribute(metadata, parameters[0].GetCustomAttributes(), TriggerAttribute) is null)
        {
            throw new InvalidFunctionException($"The function '{name}' ({entryPoint}) needs [WorkflowActionTrigger] on its first parameter.");
        }

        var schemas = new SchemaWriter(metadata);
        var inputs = parameters
            .Select((p, index) => (Name: metadata.GetString(p.Name), Type: signature.ParameterTypes[index]))
            .Where(p => p.Type.Name != "System.Threading.CancellationToken")
            .ToList();
        return new FunctionDeclaration(
            name, entryPoint, inputs[0].Name,
            SchemaWriter.Object(inputs.Select(p => (p.Name, (JsonNode)schemas.Write(p.Type)))),
            schemas.Write(signature.ReturnType.Awaited()));
    }

    private static CustomAttribute? Attribute(MetadataReader metadata, CustomAttributeHandleCollection attributes, string type)
    {
        foreach (var attribute in attributes.Select(metadata.GetCustomAttribute))
        {
            var declaring = attribute.Constructor.Kind == HandleKind.MemberReference
                ? metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent
                : metadata.GetMethodDefinition((MethodDefinitionHandle)attribute.Constructor).GetDeclaringType();
            if (TypeName(metadata, declaring) == type)
            {
                return attribute;
            }
        }

        return null;
    }

    // The first constructor argument, after the two bytes every attribute value begins with.
    private static string AttributeText(MetadataReader metadata, CustomAttribute attribute)
    {
        var value = metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        return value.ReadSerializedString() ?? "";
    }

    private static string TypeName(MetadataReader metadata, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => TypeShapes.FullName(metadata, (TypeDefinitionHandle)handle),
        HandleKind.TypeReference => TypeShapes.FullName(metadata, (TypeReferenceHandle)handle),
        _ => "",
    };
}
