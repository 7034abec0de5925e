using System.Text;

namespace B2BConnector.Runtime.Maps;

/// <summary>Value templates of XSLT: text with expressions in braces; a doubled brace is a brace.</summary>
internal static class TextTemplate
{
    /// <summary>The parts in their order; null when the braces do not match.</summary>
    public static IReadOnlyList<(string Text, bool IsExpression)>? Parse(string template)
    {
        var parts = new List<(string, bool)>();
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else if (c == '{')
            {
                var end = EndOf(template, i + 1);
                if (end < 0)
                {
                    return null;
                }

                if (text.Length > 0)
                {
                    parts.Add((text.ToString(), false));
                    text.Clear();
                }

                parts.Add((template[(i + 1)..end].Trim(), true));
                i = end;
            }
            else if (c == '}')
            {
                return null;
            }
            else
            {
                text.Append(c);
            }
        }

        if (text.Length > 0)
        {
            parts.Add((text.ToString(), false));
        }

        return parts;
    }

    // A brace inside a literal of the expression does not end it.
    private static int EndOf(string template, int start)
    {
        var quote = '\0';
        for (var i = start; i < template.Length; i++)
        {
            var c = template[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '}')
            {
                return i;
            }
        }

        return -1;
    }
}
