using B2BConnector.Wdl.Evaluation;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Limits for texts that expressions build: the platform's, and one that keeps a small expression from eating the machine.</summary>
internal static class Limits
{
    /// <summary>The longest XPath expression. Inferred: what an expression of the language may have; .NET walks an XPath recursively.</summary>
    public const int MaxXPath = 8192;

    /// <summary>Inferred: limit documented, sentence not recorded.</summary>
    public static JToken Checked(Arguments arguments, string text)
    {
        if (text.Length > arguments.Options.MaxTextLength)
        {
            throw TooLong(arguments, arguments.Options.MaxTextLength);
        }
        arguments.Budget.Characters(text.Length);
        return Tokens.Of(text);
    }

    /// <summary>Joins texts after looking whether the result may be as long.</summary>
    public static JToken Join(Arguments arguments, string separator, string[] parts)
    {
        arguments.Budget.Elements(parts.Length);
        var length = (long)separator.Length * Math.Max(0, parts.Length - 1);
        foreach (var part in parts)
        {
            length += part.Length;
        }
        if (length > Budget.MaxCharacters)
        {
            throw TooLong(arguments, Budget.MaxCharacters);
        }
        arguments.Budget.Characters(length);
        return Tokens.Of(string.Join(separator, parts));
    }

    public static WdlException TooLong(Arguments arguments, long limit) => arguments.Fail($"produced a result that is too long. The limit is {limit} characters.");
}
