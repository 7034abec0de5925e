using B2BConnector.Wdl.Functions;
using B2BConnector.Wdl.Syntax;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Errors;

/// <summary>All author errors of the language: code, sentence, remedy.</summary>
internal static class WdlProblems
{
    public static Problem Syntax(string path, string expression, SyntaxException error) =>
        new("WDL0101", $"Unable to parse template language expression '{Shorten(expression)}': {LowerFirst(error.Message)}.", path, error.Span, error.Remedy);

    public static Problem ExpressionTooLong(string path, TextSpan span, int limit) =>
        new("WDL0102", $"The expression has {span.Length} characters; the limit is {limit}.", path, span, "Compute a part of it in an action before.");

    public static Problem InterpolationNotTerminated(string path, TextSpan span) =>
        new("WDL0103", "The interpolation '@{' is not closed.", path, span, "Close it with '}', or write '@@{' if the text itself is meant.");

    public static Problem JsonTooDeep(string path, int limit) =>
        new("WDL0104", $"The value nests more than {limit} objects and arrays.", path, null, "Flatten it.");

    public static Problem FunctionNotSupported(string path, CallExpression call) =>
        new("WDL0201", $"The function '{call.Name}' exists on the platform, but the sandbox does not implement it.", path, call.Span, "Use another function, or add it to sandbox/Wdl/Functions.", ProblemSeverity.Unsupported);

    public static Problem FunctionUnknown(string path, CallExpression call, string? nearest) =>
        new("WDL0202", RunErrors.UndefinedText(call.Name), path, call.Span, nearest is null ? "Check the spelling." : $"Did you mean '{nearest}'?", ProblemSeverity.Warning);

    public static Problem WrongArgumentCount(string path, CallExpression call, Function function) =>
        new("WDL0203", function.ArityText(call.Name, call.Arguments.Length), path, call.Span, "The platform saves this, and fails when it runs.", ProblemSeverity.Warning);

    public static Problem NameMustBeLiteral(string path, CallExpression call, Function function) => new(
        "WDL0204",
        call.Arguments.Length == 0
            ? $"The template language function '{call.Name}' must have at least one parameter."
            : $"The provided parameters for template language function '{call.Name}' are not valid.",
        path,
        call.Span,
        $"Give {function.Name} a name in single quotes as its first argument: the platform reads dependencies from it.");

    public static Problem NotACondition(string path, JToken json) => new(
        "WDL0301",
        json is JObject { Count: 0 } or JArray
            ? "A condition must be an expression or an object with one function."
            : "A condition object must hold exactly one function.",
        path,
        null,
        "Write \"@and(…)\", or {\"and\": [{\"equals\": [a, b]}]}.");

    private static string LowerFirst(string text) => text.Length > 1 && char.IsUpper(text[0]) ? char.ToLowerInvariant(text[0]) + text[1..] : text;

    private static string Shorten(string text) => text.Length <= 200 ? text : string.Concat(text.AsSpan(0, 200), "…");
}
