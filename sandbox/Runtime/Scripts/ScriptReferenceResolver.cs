using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace B2BConnector.Runtime.Scripts;

/// <summary>Resolves #r by assembly name. Nothing is looked up on disk or in a package cache.</summary>
internal sealed class ScriptReferenceResolver : MetadataReferenceResolver
{
    public static readonly ScriptReferenceResolver Instance = new();

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        ScriptReferences.Find(reference) is { } found ? [found] : [];

    public override bool Equals(object? other) => other is ScriptReferenceResolver;

    public override int GetHashCode() => 1;
}
