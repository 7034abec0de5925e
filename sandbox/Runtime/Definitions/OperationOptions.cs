namespace B2BConnector.Runtime.Definitions;

/// <summary>The flags of <c>operationOptions</c>: one text, comma-separated.</summary>
internal static class OperationOptions
{
    public static HashSet<string> Split(string? text) =>
        new((text ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
