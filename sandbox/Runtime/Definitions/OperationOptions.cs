using B2BConnector.Runtime.Definitions.Platform;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>The flags of <c>operationOptions</c>: one text, comma-separated.</summary>
internal static class OperationOptions
{
    public static HashSet<string> Split(string? text) =>
        new((text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with an option that the type does not take: the platform knows the flag, or nobody does.</summary>
    public static Problem Refuse(string path, string option, string where, string[] supported) =>
        PlatformCatalogue.OperationOptions.Contains(option)
            ? UnsupportedProblems.OptionNotSupported(path, option, where, string.Join(", ", supported))
            : RuntimeProblems.UnknownOption(path, option, where, string.Join(", ", supported));
}
