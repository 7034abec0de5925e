using System.Collections.Frozen;

namespace B2BConnector.Runtime.Maps;

/// <summary>The instructions of XSLT 1.0 that mean the same in later versions, with their attributes there.</summary>
internal static class XsltGrammar
{
    /// <summary>Attributes by element. Left out: sorting and numbering (collations and formats differ), other documents, messages, variables.</summary>
    public static FrozenDictionary<string, string[]> Elements { get; } = new Dictionary<string, string[]>
    {
        ["stylesheet"] = ["version", "exclude-result-prefixes", "expand-text", "id"],
        ["transform"] = ["version", "exclude-result-prefixes", "expand-text", "id"],
        ["output"] = ["method", "indent", "encoding", "media-type", "omit-xml-declaration", "standalone", "cdata-section-elements", "version"],
        ["strip-space"] = ["elements"],
        ["preserve-space"] = ["elements"],
        ["key"] = ["name", "match", "use"],
        ["template"] = ["match", "name", "mode", "priority", "expand-text"],
        ["apply-templates"] = ["select", "mode", "expand-text"],
        ["call-template"] = ["name", "expand-text"],
        ["for-each"] = ["select", "expand-text"],
        ["if"] = ["test", "expand-text"],
        ["choose"] = ["expand-text"],
        ["when"] = ["test", "expand-text"],
        ["otherwise"] = ["expand-text"],
        ["value-of"] = ["select", "expand-text"],
        ["text"] = ["expand-text"],
        ["element"] = ["name", "namespace", "expand-text"],
        ["attribute"] = ["name", "namespace", "expand-text"],
        ["copy"] = ["expand-text"],
        ["copy-of"] = ["select", "expand-text"],
        ["comment"] = ["expand-text"],
        ["processing-instruction"] = ["name", "expand-text"],
    }.ToFrozenDictionary();

    /// <summary>Attributes that hold an expression or a pattern.</summary>
    public static FrozenSet<string> Expressions { get; } = new[] { "select", "test", "match", "use" }.ToFrozenSet();

    /// <summary>Attributes that hold a value template.</summary>
    public static FrozenSet<string> ValueTemplates { get; } = new[] { "name", "namespace" }.ToFrozenSet();
}
