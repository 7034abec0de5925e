using System.Text;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Text: finding places. Casing does not count, by the invariant culture, as the designer says.</summary>
internal static class SearchFunctions
{
    private const StringComparison IgnoreCase = StringComparison.InvariantCultureIgnoreCase;

    [WdlFunction("indexOf", 2, See = "indexof", Expects = "two parameters: the string as the first parameter, the value to find the index of as the second parameter")]
    public static JToken IndexOf(Arguments arguments) => Tokens.Of(arguments.String(0).IndexOf(arguments.String(1), IgnoreCase));

    /// <summary>What an empty search gives, <see cref="LanguageOptions.LastIndexOfEmptyIsLength"/> says.</summary>
    [WdlFunction("lastIndexOf", 2, See = "lastindexof", Expects = "two parameters: the string as the first parameter, the value to find the last index of as the second parameter")]
    public static JToken LastIndexOf(Arguments arguments)
    {
        var (text, search) = (arguments.String(0), arguments.String(1));
        if (search.Length == 0 && !arguments.Options.LastIndexOfEmptyIsLength)
        {
            return Tokens.Of(Math.Max(0, text.Length - 1));
        }
        return Tokens.Of(text.LastIndexOf(search, IgnoreCase));
    }

    /// <summary>A negative occurrence counts from the end. Inferred: an empty search finds nothing; the text for zero.</summary>
    [WdlFunction("nthIndexOf", 3, See = "nthindexof", Expects = "three parameters: the string as the first parameter, the value to find the index of as the second parameter and a number parameter to specify which occurrence of the text to find as the third parameter")]
    public static JToken NthIndexOf(Arguments arguments)
    {
        var (text, search, occurrence) = (arguments.String(0), arguments.String(1), arguments.Integer(2));
        if (occurrence == 0)
        {
            throw arguments.FailWithHelp("expects its third parameter to be a non-zero integer. The provided value is '0'.");
        }
        if (search.Length == 0)
        {
            return Tokens.Of(-1);
        }
        var index = occurrence > 0 ? -1 : text.Length;
        var cost = Ascii.IsValid(text) ? 1 : text.Length; // outside ASCII every search looks at the whole rest of the text
        for (var found = 0L; found < Math.Abs((decimal)occurrence); found++)
        {
            arguments.Budget.Steps(cost);
            index = occurrence > 0 ? Next(text, search, index + 1) : Previous(text, search, index - 1);
            if (index < 0)
            {
                return Tokens.Of(-1);
            }
        }
        return Tokens.Of(index);
    }

    [WdlFunction("startsWith", 2, See = "startswith", Expects = "two parameters: the string as the first parameter, the value to check as the second parameter")]
    public static JToken StartsWith(Arguments arguments) => Tokens.Of(arguments.String(0).StartsWith(arguments.String(1), IgnoreCase));

    [WdlFunction("endsWith", 2, See = "endswith", Expects = "two parameters: the string as the first parameter, the value to check as the second parameter")]
    public static JToken EndsWith(Arguments arguments) => Tokens.Of(arguments.String(0).EndsWith(arguments.String(1), IgnoreCase));

    private static int Next(string text, string search, int from) => from > text.Length ? -1 : text.IndexOf(search, from, IgnoreCase);

    private static int Previous(string text, string search, int from) => from < 0 ? -1 : text.LastIndexOf(search, from, IgnoreCase);
}
