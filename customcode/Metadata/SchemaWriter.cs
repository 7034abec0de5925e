using System.Reflection;
using System.Reflection.Metadata;
using System.Text.Json.Nodes;

namespace B2BConnector.Metadata;

/// <summary>Writes JSON schemas as the platform's function.json has them: C# names, every property required.</summary>
internal sealed class SchemaWriter(MetadataReader metadata)
{
    private readonly Stack<TypeDefinitionHandle> _open = new();

    public static JsonObject Object(IEnumerable<(string Name, JsonNode Schema)> properties)
    {
        var list = properties.ToList();
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(list.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Schema))),
            ["required"] = new JsonArray([.. list.Select(p => (JsonNode)p.Name)]),
        };
    }

    public JsonObject Write(TypeShape type) => type.Name switch
    {
        "System.Nullable" => Write(type.Arguments[0]),
        "System.Boolean" => Of("boolean"),
        "System.Byte" or "System.SByte" or "System.Int16" or "System.UInt16" or "System.Int32" or "System.UInt32" or "System.Int64" or "System.UInt64" => Of("integer"),
        "System.Single" or "System.Double" or "System.Decimal" => Of("number"),
        "System.String" or "System.Char" or "System.Guid" or "System.Uri" or "System.DateTime" or "System.DateTimeOffset" or "System.DateOnly" or "System.TimeOnly" or "System.TimeSpan" => Of("string"),
        "[]" or "System.Collections.Generic.List" or "System.Collections.Generic.IList" or "System.Collections.Generic.IReadOnlyList"
            or "System.Collections.Generic.IEnumerable" or "System.Collections.Generic.ICollection" or "System.Collections.Generic.IReadOnlyCollection" =>
            new JsonObject { ["type"] = "array", ["items"] = Write(type.Arguments[0]) },
        _ => type.Definition is { } definition ? Write(definition, type.Arguments) : Of("object"),
    };

    private static JsonObject Of(string type) => new() { ["type"] = type };

    private JsonObject Write(TypeDefinitionHandle handle, IReadOnlyList<TypeShape> arguments)
    {
        var type = metadata.GetTypeDefinition(handle);
        if (IsEnum(type))
        {
            return Of("integer");
        }

        // A type that contains itself: the schema ends there.
        if (_open.Contains(handle))
        {
            return Of("object");
        }

        _open.Push(handle);
        var schema = Object(type.GetProperties().Select(metadata.GetPropertyDefinition).Where(IsPublic)
            .Select(p => (metadata.GetString(p.Name), (JsonNode)Write(p.DecodeSignature(new TypeShapes(), arguments).ReturnType))));
        _open.Pop();
        return schema;
    }

    private bool IsEnum(TypeDefinition type) =>
        type.BaseType.Kind == HandleKind.TypeReference && TypeShapes.FullName(metadata, (TypeReferenceHandle)type.BaseType) == "System.Enum";

    private bool IsPublic(PropertyDefinition property) =>
        property.GetAccessors().Getter is { IsNil: false } getter
        && (metadata.GetMethodDefinition(getter).Attributes & (MethodAttributes.MemberAccessMask | MethodAttributes.Static)) == MethodAttributes.Public;
}
