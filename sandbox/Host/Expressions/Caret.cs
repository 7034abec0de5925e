using B2BConnector.Wdl;

namespace B2BConnector.Host.Expressions;

/// <summary>Shows a part of an expression: the line it stands on, cut to the width of a terminal, with carets below.</summary>
internal static class Caret
{
    private const int Before = 50;
    private const int Width = 100;

    public static string Under(string text, TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        var lineStart = text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1;
        var lineEnd = text.IndexOf('\n', start) is var end && end < 0 ? text.Length : end;
        var from = Math.Max(lineStart, start - Before);
        var to = Math.Min(lineEnd, from + Width);
        var shown = string.Concat(text.AsSpan(from, Math.Max(0, to - from)).ToString().Select(c => char.IsControl(c) ? ' ' : c));
        var carets = Math.Clamp(Math.Min(span.Length, to - start), 1, Width);
        return $"  {shown}{Environment.NewLine}  {new string(' ', start - from)}{new string('^', carets)}";
    }
}
