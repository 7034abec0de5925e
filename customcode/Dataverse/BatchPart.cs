using System.Globalization;
using System.Net;

namespace B2BConnector.CustomCode.Dataverse;

/// <summary>The answer to one request of a batch.</summary>
/// <param name="Status">Of that request.</param>
/// <param name="Body">Empty when there is none.</param>
internal sealed record BatchPart(HttpStatusCode Status, string Body)
{
    private const string Gap = "\r\n\r\n";

    /// <summary>The answers in the order of the requests, those of a change set in its place.</summary>
    /// <exception cref="DataverseException">The text is no such message.</exception>
    public static IEnumerable<BatchPart> Read(string text) =>
        // The boundary of the whole is its first line; the header names the same one.
        text.StartsWith("--", StringComparison.Ordinal) ? Parts(text, text[..Math.Max(text.IndexOf("\r\n", StringComparison.Ordinal), 0)]) : throw Unreadable();

    private static IEnumerable<BatchPart> Parts(string text, string boundary)
    {
        var pieces = ("\r\n" + text).Split("\r\n" + boundary);
        if (boundary.Length <= 2 || pieces.Length < 3 || !pieces[^1].StartsWith("--", StringComparison.Ordinal))
        {
            throw Unreadable();
        }

        return pieces[1..^1].SelectMany(Part);
    }

    private static IEnumerable<BatchPart> Part(string piece)
    {
        if (piece.Split(Gap, 2) is not [var headers, var content])
        {
            throw Unreadable();
        }

        return headers.Contains("multipart/mixed", StringComparison.OrdinalIgnoreCase) ? Read(content) : [Answer(content)];
    }

    private static BatchPart Answer(string content)
    {
        var head = content.Split(Gap, 2);
        return head[0].Split(' ', 3) is [_, var status, ..] && int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new BatchPart((HttpStatusCode)number, head.ElementAtOrDefault(1)?.Trim() ?? "")
            : throw Unreadable();
    }

    private static DataverseException Unreadable() => new("Dataverse answered a batch without a readable body.");
}
