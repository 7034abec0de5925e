using System.Text;
using Microsoft.CodeAnalysis;

namespace B2BConnector.Runtime.Scripts;

/// <summary>Serves #load from the texts already read.</summary>
internal sealed class ScriptSourceResolver(ScriptSources sources) : SourceReferenceResolver
{
    public override string? NormalizePath(string path, string? baseFilePath) => ResolveReference(path, baseFilePath) ?? path;

    public override string? ResolveReference(string path, string? baseFilePath)
    {
        var full = ScriptSources.Resolve(path, baseFilePath ?? sources.MainFile);
        return sources.Text(full) is null ? null : full;
    }

    public override Stream OpenRead(string resolvedPath) =>
        new MemoryStream(Encoding.UTF8.GetBytes(sources.Text(resolvedPath) ?? throw new FileNotFoundException(resolvedPath)));

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => sources.Hash.GetHashCode(StringComparison.Ordinal);
}
