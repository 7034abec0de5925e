using System.Xml.XPath;

namespace B2BConnector.Runtime.Maps;

/// <summary>Whether an XPath expression of a later version is one of 1.0 and gives the same text there.</summary>
internal sealed class XPathCheck
{
    // Numbers are printed and untyped values compared differently from 2.0 on, so what computes or orders is left out. Node tests look like calls.
    private static readonly HashSet<string> SameFunctions =
    [
        "position(", "last(", "count(", "local-name(", "name(", "namespace-uri(", "string(", "concat(", "starts-with(", "contains(", "substring-before(",
        "substring-after(", "substring(", "string-length(", "normalize-space(", "translate(", "boolean(", "not(", "true(", "false(", "current(", "key(",
        "text(", "node(", "comment(", "processing-instruction(",
    ];

    private static readonly HashSet<string> SameOperators = ["and", "or", "=", "!=", "|"];

    /// <summary>What the expression has that is not the same in 1.0, in words; null when there is nothing.</summary>
    public string? Unfit(string expression)
    {
        foreach (var token in XPathTokens.Notable(expression))
        {
            if (token.EndsWith('(') && !SameFunctions.Contains(token))
            {
                return $"the function {token}) in '{expression}'";
            }

            if (token.StartsWith('$'))
            {
                return $"the variable {token} in '{expression}'";
            }

            if (!token.EndsWith('(') && !SameOperators.Contains(token))
            {
                return $"'{token}' in '{expression}'";
            }
        }

        return Compile(expression) is null ? $"the expression '{expression}'" : null;
    }

    /// <summary>True for an expression that gives nodes.</summary>
    public static bool IsNodeSet(string expression) => Compile(expression)?.ReturnType == XPathResultType.NodeSet;

    private static XPathExpression? Compile(string expression)
    {
        try
        {
            return XPathExpression.Compile(expression);
        }
        catch (XPathException)
        {
            return null;
        }
    }
}
