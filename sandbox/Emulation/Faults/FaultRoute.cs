namespace B2BConnector.Emulation.Faults;

/// <summary>"METHOD /path" with * for any text, compared without case.</summary>
internal static class FaultRoute
{
    public static bool IsWellFormed(string route)
    {
        var (method, path) = Split(route);
        return method.All(c => char.IsAsciiLetter(c) || c == '*') && (path.StartsWith('/') || path.StartsWith('*')) && !path.Contains(' ');
    }

    public static bool Matches(string route, string method, string path)
    {
        var (wantedMethod, wantedPath) = Split(route);
        return Glob(wantedMethod, method) && Glob(wantedPath, path);
    }

    private static (string Method, string Path) Split(string route)
    {
        var trimmed = route.Trim();
        var space = trimmed.IndexOf(' ', StringComparison.Ordinal);
        return space < 0 ? ("*", trimmed) : (trimmed[..space], trimmed[(space + 1)..].TrimStart());
    }

    // Each piece between stars at its first place: no backtracking, so no pattern is slow.
    private static bool Glob(string pattern, string text)
    {
        var pieces = pattern.Split('*');
        if (pieces.Length == 1)
        {
            return string.Equals(pattern, text, StringComparison.OrdinalIgnoreCase);
        }

        var (first, last) = (pieces[0], pieces[^1]);
        if (text.Length < first.Length + last.Length
            || !text.StartsWith(first, StringComparison.OrdinalIgnoreCase) || !text.EndsWith(last, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var middle = text[first.Length..^last.Length];
        foreach (var piece in pieces[1..^1])
        {
            var at = middle.IndexOf(piece, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            middle = middle[(at + piece.Length)..];
        }

        return true;
    }
}
