using System.Text;
using System.Text.RegularExpressions;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Transport;

/// <summary>The path of a connector call: text with <c>@{…}</c> in it.</summary>
internal sealed partial class PathText
{
    private const string Encode = "encodeURIComponent";
    private readonly string _text;
    private readonly IReadOnlyList<FunctionCall> _calls;

    private PathText(string text, IReadOnlyList<FunctionCall> calls) => (_text, _calls) = (text, calls);

    /// <summary>The path with a word in the place of each expression.</summary>
    public string Shape => Replace(_ => "x");

    /// <summary>Null when the path is no text, or one expression as a whole.</summary>
    public static PathText? Read(JToken? json)
    {
        if (json is not { Type: JTokenType.String } || (string)json! is not { } text || !text.StartsWith('/'))
        {
            return null;
        }

        var problems = new List<Problem>();
        var path = new PathText(text, Template.Compile(json, "", problems).Calls);
        return problems.Count == 0 && !path.Shape.Contains('@', StringComparison.Ordinal) ? path : null;
    }

    public override string ToString() => _text;

    /// <summary>As the service wants it: the gateway takes one layer off what is encoded twice, so here it is encoded once.</summary>
    public string EncodedOnce() => Replace(call => Inner(call) switch
    {
        null => null,
        { LiteralArguments: [{ } word] } when Plain().IsMatch(word) => word,
        { Span: var span } => $"@{{{_text.Substring(span.Start, span.Length)}}}",
    }).Replace("%25", "%", StringComparison.Ordinal);

    private string Replace(Func<FunctionCall, string?> change)
    {
        var (result, at) = (new StringBuilder(), 0);
        foreach (var call in _calls.Where(IsWhole).OrderBy(call => call.Span.Start))
        {
            var (start, end) = (call.Span.Start - 2, call.Span.End + 1);
            result.Append(_text, at, start - at).Append(change(call) ?? _text[start..end]);
            at = end;
        }

        return result.Append(_text, at, _text.Length - at).ToString();
    }

    private bool IsWhole(FunctionCall call) =>
        call.Span.Start >= 2 && string.CompareOrdinal(_text, call.Span.Start - 2, "@{", 0, 2) == 0 && call.Span.End < _text.Length && _text[call.Span.End] == '}';

    /// <summary>The only argument of an encoding, when that is an encoding, too.</summary>
    private FunctionCall? Inner(FunctionCall outer) => Is(outer)
        ? _calls.FirstOrDefault(inner => Is(inner) && inner.Span.Start == outer.Span.Start + Encode.Length + 1 && inner.Span.End == outer.Span.End - 1)
        : null;

    private static bool Is(FunctionCall call) => call.Function.Equals(Encode, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[A-Za-z0-9_.-]+$")]
    private static partial Regex Plain();
}
