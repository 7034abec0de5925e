using System.Text.RegularExpressions;

namespace B2BConnector.Runtime.Maps;

/// <summary>Splits an XPath expression into tokens and tells operators from names, as XPath 1.0 section 3.7 says.</summary>
internal static partial class XPathTokens
{
    private static readonly HashSet<string> NotBeforeOperator = ["@", "::", "(", "[", ",", "/", "//", "|", "+", "-", "=", "!=", "<", "<=", ">", ">=", "*op", "name-op"];

    /// <summary>Every operator, function call and variable; a function call is "name(", a variable "$name". Location paths and literals are left out.</summary>
    public static IEnumerable<string> Notable(string expression)
    {
        string? before = null;
        var tokens = Token().Matches(expression).Select(match => match.Value).ToList();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var mayBeOperator = before is not null && !NotBeforeOperator.Contains(before);
            var kind = token switch
            {
                "*" when mayBeOperator => "*op",
                "and" or "or" or "div" or "mod" or "idiv" or "to" or "eq" or "ne" or "lt" or "le" or "gt" or "ge" or "is" or "union" or "intersect" or "except" when mayBeOperator => "name-op",
                _ => token,
            };
            if (kind is "*op" or "name-op" || token is "+" or "-" or "=" or "!=" or "<" or "<=" or ">" or ">=" or "|" || token.Length == 1 && Strange(token[0]))
            {
                yield return token;
            }
            else if (token.StartsWith('$'))
            {
                yield return token;
            }
            else if (IsName(token) && i + 1 < tokens.Count && tokens[i + 1] == "(")
            {
                yield return token + "(";
            }

            before = kind;
        }
    }

    private static bool IsName(string token) => char.IsLetter(token[0]) || token[0] == '_';

    // What no token of XPath 1.0 begins with.
    private static bool Strange(char c) => !char.IsLetterOrDigit(c) && c is not ('_' or '"' or '\'' or '/' or '.' or '@' or '(' or ')' or '[' or ']' or ',' or '*' or ':');

    [GeneratedRegex("""\$[\w.:-]+|"[^"]*"|'[^']*'|[\p{L}_][\w.-]*(:(?!:)[\p{L}_*][\w.-]*)?|\d+(\.\d*)?|\.\d+|\.\.|::|//|!=|<=|>=|\S""")]
    private static partial Regex Token();
}
