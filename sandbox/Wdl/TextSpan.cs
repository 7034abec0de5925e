namespace B2BConnector.Wdl;

/// <summary>A range of UTF-16 characters inside one JSON string value (escapes already decoded).</summary>
/// <param name="Start">0-based index of the first character.</param>
/// <param name="Length">Number of characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index after the last character.</summary>
    public int End => Start + Length;

    /// <summary>The range from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);
}
