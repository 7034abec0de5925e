using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace B2BConnector.Metadata;

/// <summary>Decodes signatures into <see cref="TypeShape"/>.</summary>
internal sealed class TypeShapes : ISignatureTypeProvider<TypeShape, IReadOnlyList<TypeShape>?>
{
    public TypeShape GetPrimitiveType(PrimitiveTypeCode typeCode) => new($"System.{typeCode}", []);

    public TypeShape GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => new(FullName(reader, handle), [], handle);

    public TypeShape GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => new(FullName(reader, handle), []);

    public TypeShape GetTypeFromSpecification(MetadataReader reader, IReadOnlyList<TypeShape>? context, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, context);

    public TypeShape GetGenericInstantiation(TypeShape genericType, ImmutableArray<TypeShape> typeArguments) => genericType with { Arguments = typeArguments };

    public TypeShape GetGenericTypeParameter(IReadOnlyList<TypeShape>? genericContext, int index) =>
        genericContext is not null && index < genericContext.Count ? genericContext[index] : Unknown;

    public TypeShape GetGenericMethodParameter(IReadOnlyList<TypeShape>? genericContext, int index) => Unknown;

    public TypeShape GetSZArrayType(TypeShape elementType) => new("[]", [elementType]);

    public TypeShape GetArrayType(TypeShape elementType, ArrayShape shape) => GetSZArrayType(elementType);

    public TypeShape GetModifiedType(TypeShape modifier, TypeShape unmodifiedType, bool isRequired) => unmodifiedType;

    public TypeShape GetPinnedType(TypeShape elementType) => elementType;

    public TypeShape GetByReferenceType(TypeShape elementType) => Unknown;

    public TypeShape GetPointerType(TypeShape elementType) => Unknown;

    public TypeShape GetFunctionPointerType(MethodSignature<TypeShape> signature) => Unknown;

    public static string FullName(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var name = WithoutArity(reader.GetString(type.Name));
        return type.GetDeclaringType() is { IsNil: false } outer ? $"{FullName(reader, outer)}+{name}" : Join(reader.GetString(type.Namespace), name);
    }

    public static string FullName(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        return Join(reader.GetString(type.Namespace), WithoutArity(reader.GetString(type.Name)));
    }

    private static TypeShape Unknown { get; } = new("System.Object", []);

    private static string Join(string space, string name) => space.Length == 0 ? name : $"{space}.{name}";

    private static string WithoutArity(string name) => name.IndexOf('`', StringComparison.Ordinal) is >= 0 and var tick ? name[..tick] : name;
}
