using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Text. Searching for a place ignores case (invariant culture, as the designer says), replacing and splitting do not.</summary>
internal static class StringFunctions
{
    [WdlFunction("concat", 1, int.MaxValue, Form = ArityForm.None, Expects = "a comma separated list of string and integer parameters")]
    public static JToken Concat(Arguments arguments) => Limits.Checked(arguments, string.Concat(arguments.All.Select(Text.Of)));

    [WdlFunction("substring", 2, 3, Expects = "two parameters: the 'string' to take a section from as the first parameter, the 'start index' as the second parameter")]
    public static JToken Substring(Arguments arguments)
    {
        var text = arguments.String(0);
        var start = arguments.Integer(1);
        if (arguments.Count == 2)
        {
            return start >= 0 && start < text.Length
                ? new JValue(text[(int)start..])
                : throw arguments.FailWithHelp("parameter is out of range: 'start index' must be non-negative integer and should be less than the length of the string.");
        }
        var length = arguments.Integer(2);
        return start >= 0 && length >= 0 && start <= text.Length && length <= text.Length - start
            ? new JValue(text.Substring((int)start, (int)length))
            : throw arguments.FailWithHelp("parameters are out of range: 'start index' and 'length' must be non-negative integers and their sum must be no larger than the length of the string.");
    }

    [WdlFunction("slice", 2, 3, Expects = "two parameters, with an optional third parameter. It expects the source string as the first parameter, the start index as a second parameter, and an optional third parameter specifying the end index of the substring")]
    public static JToken Slice(Arguments arguments)
    {
        var text = arguments.String(0);
        var start = FromEnd(arguments.Integer(1), text.Length);
        var end = arguments.Count == 3 ? FromEnd(arguments.Integer(2), text.Length) : text.Length;
        return new JValue(end > start ? text[start..end] : "");
    }

    [WdlFunction("replace", 3, Expects = "three string parameters: the string to replace characters inside of as the first parameter, the string that will be replaced by the new string as the second parameter, and the new string as the third parameter")]
    public static JToken Replace(Arguments arguments)
    {
        var (text, old, replacement) = (arguments.String(0), arguments.String(1), arguments.String(2));
        return old.Length == 0
            ? throw new WdlException("String cannot be of zero length. (Parameter 'oldValue')")
            : Limits.Join(arguments, replacement, text.Split(old, StringSplitOptions.None));
    }

    [WdlFunction("toLower", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the string to convert to lower casing")]
    public static JToken ToLower(Arguments arguments) => new JValue(arguments.String(0).ToLowerInvariant());

    [WdlFunction("toUpper", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the string to convert to upper casing")]
    public static JToken ToUpper(Arguments arguments) => new JValue(arguments.String(0).ToUpperInvariant());

    [WdlFunction("trim", 1)]
    public static JToken Trim(Arguments arguments) => arguments[0].Type == JTokenType.String
        ? new JValue(arguments.String(0).Trim())
        : throw new WdlException("The provided parameters for template language function 'trim' are not valid.");

    [WdlFunction("indexOf", 2, See = "indexof", Expects = "two parameters: the string as the first parameter, the value to find the index of as the second parameter")]
    public static JToken IndexOf(Arguments arguments) => new JValue((long)arguments.String(0).IndexOf(arguments.String(1), StringComparison.InvariantCultureIgnoreCase));

    [WdlFunction("lastIndexOf", 2, See = "lastindexof", Expects = "two parameters: the string as the first parameter, the value to find the last index of as the second parameter")]
    public static JToken LastIndexOf(Arguments arguments) => new JValue((long)arguments.String(0).LastIndexOf(arguments.String(1), StringComparison.InvariantCultureIgnoreCase));

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
            return new JValue(-1L);
        }
        var index = occurrence > 0 ? -1 : text.Length;
        for (var found = 0L; found < Math.Abs((decimal)occurrence); found++)
        {
            index = occurrence > 0 ? Next(text, search, index + 1) : Previous(text, search, index - 1);
            if (index < 0)
            {
                return new JValue(-1L);
            }
        }
        return new JValue((long)index);
    }

    [WdlFunction("startsWith", 2, See = "startswith", Expects = "two parameters: the string as the first parameter, the value to check as the second parameter")]
    public static JToken StartsWith(Arguments arguments) => new JValue(arguments.String(0).StartsWith(arguments.String(1), StringComparison.InvariantCultureIgnoreCase));

    [WdlFunction("endsWith", 2, See = "endswith", Expects = "two parameters: the string as the first parameter, the value to check as the second parameter")]
    public static JToken EndsWith(Arguments arguments) => new JValue(arguments.String(0).EndsWith(arguments.String(1), StringComparison.InvariantCultureIgnoreCase));

    /// <summary>An empty separator does not split.</summary>
    [WdlFunction("split", 2, Expects = "two parameters: the string to split as the first parameter, the separator as the second parameter")]
    public static JToken Split(Arguments arguments)
    {
        var (text, separator) = (arguments.String(0), arguments.String(1));
        return separator.Length == 0 ? new JArray(text) : new JArray(text.Split(separator, StringSplitOptions.None).Cast<object>().ToArray());
    }

    [WdlFunction("guid", 0, 1, Expects = "can be invoked with no parameters or with an optional format parameter")]
    public static JToken NewGuid(Arguments arguments)
    {
        var format = arguments.OptionalString(0) ?? "D";
        return format.ToUpperInvariant() is "D" or "N" or "B" or "P" or "X"
            ? new JValue(arguments.Context.Ids().ToString(format))
            : throw arguments.NotConvertible($"The provided format '{format}' is not one of 'N', 'D', 'B', 'P', 'X'."); // Inferred text.
    }

    [WdlFunction("formatNumber", 2, 3, See = "FormatNumber", Expects = "two parameters, with an optional third parameter. It expects the number to be formatted at the first parameter, a numeric format string as the second parameter, and an optional locale string, which defaults to 'en-us', as the third parameter")]
    public static JToken FormatNumber(Arguments arguments)
    {
        var number = (IFormattable)((JValue)arguments.Number(0)).Value!;
        var culture = Cultures.Of(arguments, 2) ?? Cultures.Default;
        var format = arguments.String(1);
        try
        {
            return HasHugePrecision(format) ? throw Limits.TooLong(arguments, Limits.MaxText) : new JValue(number.ToString(format, culture));
        }
        catch (FormatException)
        {
            throw arguments.FailWithHelp($"expects its second parameter to be a numeric format string. The provided value '{format}' is not valid for values of type '{TypeName.Of(arguments[0])}'."); // Inferred text.
        }
    }

    /// <summary>"N" and up to five digits is far beyond any use; .NET would go on to a billion.</summary>
    private static bool HasHugePrecision(string format) => format.Length > 6 && char.IsAsciiLetter(format[0]) && format.Skip(1).All(char.IsAsciiDigit);

    private static int Next(string text, string search, int from) => from > text.Length ? -1 : text.IndexOf(search, from, StringComparison.InvariantCultureIgnoreCase);

    private static int Previous(string text, string search, int from) => from < 0 ? -1 : text.LastIndexOf(search, from, StringComparison.InvariantCultureIgnoreCase);

    private static int FromEnd(long index, int length) => (int)Math.Clamp(index < 0 ? index + length : index, 0, length);
}
