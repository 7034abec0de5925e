namespace B2BConnector.Wdl;

/// <summary>
/// An author error: something a maker wrote that cannot work. Problems are collected and reported all at once; they are never thrown.
/// </summary>
/// <param name="Code">Stable code, "WDL0101"; the prefix names the area that reports it.</param>
/// <param name="Message">What is wrong, one sentence.</param>
/// <param name="Path">JSON path in the file, "definition.actions.Create_lead.inputs.body.subject".</param>
/// <param name="Span">Position inside the string that lies at <paramref name="Path"/> (inside the name itself when the expression is a member's name); null when the whole value is meant.</param>
/// <param name="Remedy">What to do about it, one sentence.</param>
/// <param name="Severity">Only a warning lets a workflow be loaded.</param>
/// <param name="File">File the path belongs to; filled by whoever read the file.</param>
/// <param name="Line">1-based line of the value in the file.</param>
/// <param name="Column">1-based column of the value in the file.</param>
public sealed record Problem(
    string Code,
    string Message,
    string Path,
    TextSpan? Span = null,
    string? Remedy = null,
    ProblemSeverity Severity = ProblemSeverity.Error,
    string? File = null,
    int? Line = null,
    int? Column = null)
{
    private const int LongestPath = 400;

    /// <summary>The form editors and build logs can jump from: <c>file(line,col): error WDL0101: message (at path). remedy</c>.</summary>
    public override string ToString()
    {
        var severity = Severity == ProblemSeverity.Warning ? "warning" : "error";
        var message = Message.TrimEnd('.');
        var path = Path.Length > LongestPath ? string.Concat(Path.AsSpan(0, LongestPath), "…") : Path.Length > 0 ? Path : "the root";
        var place = Span is { } span ? $"{path}, char {span.Start + 1}" : path;
        var remedy = Remedy is null ? "" : " " + Remedy;
        return OneLine($"{Location()}{severity} {Code}: {message} (at {place}).{remedy}");
    }

    // Names and values of a file can hold anything; a message is one line.
    private static string OneLine(string text) => text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;

    private string Location() => (File, Line) switch
    {
        (null, _) => "",
        (_, null) => $"{File}: ",
        _ => $"{File}({Line},{Column ?? 1}): ",
    };
}
