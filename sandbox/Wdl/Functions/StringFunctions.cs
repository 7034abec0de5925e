using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Text: building and cutting. Replacing and splitting look at casing.</summary>
internal static class StringFunctions
{
    [WdlFunction("concat", 1, int.MaxValue, Form = ArityForm.None, Expects = "a comma separated list of string and integer parameters")]
    public static JToken Concat(Arguments arguments) => Limits.Checked(arguments, arguments.Joined());

    [WdlFunction("substring", 2, 3, Expects = "two parameters: the 'string' to take a section from as the first parameter, the 'start index' as the second parameter")]
    public static JToken Substring(Arguments arguments)
    {
        var text = arguments.String(0);
        var start = arguments.Integer(1);
        if (arguments.Count == 2)
        {
            return start >= 0 && start < text.Length
                ? Tokens.Of(text[(int)start..])
                : throw arguments.FailWithHelp("parameter is out of range: 'start index' must be non-negative integer and should be less than the length of the string.");
        }
        var length = arguments.Integer(2);
        return start >= 0 && length >= 0 && start <= text.Length && length <= text.Length - start
            ? Tokens.Of(text.Substring((int)start, (int)length))
            : throw arguments.FailWithHelp("parameters are out of range: 'start index' and 'length' must be non-negative integers and their sum must be no larger than the length of the string.");
    }

    [WdlFunction("slice", 2, 3, Expects = "two parameters, with an optional third parameter. It expects the source string as the first parameter, the start index as a second parameter, and an optional third parameter specifying the end index of the substring")]
    public static JToken Slice(Arguments arguments)
    {
        var text = arguments.String(0);
        var start = FromEnd(arguments.Integer(1), text.Length);
        var end = arguments.Count == 3 ? FromEnd(arguments.Integer(2), text.Length) : text.Length;
        return Tokens.Of(end > start ? text[start..end] : "");
    }

    [WdlFunction("replace", 3, Expects = "three string parameters: the string to replace characters inside of as the first parameter, the string that will be replaced by the new string as the second parameter, and the new string as the third parameter")]
    public static JToken Replace(Arguments arguments)
    {
        var (text, old, replacement) = (arguments.String(0), arguments.String(1), arguments.String(2));
        return old.Length == 0
            ? throw new WdlException("String cannot be of zero length. (Parameter 'oldValue')")
            : Limits.Join(arguments, replacement, text.Split(old));
    }

    [WdlFunction("toLower", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the string to convert to lower casing")]
    public static JToken ToLower(Arguments arguments) => Tokens.Of(arguments.String(0).ToLowerInvariant());

    [WdlFunction("toUpper", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the string to convert to upper casing")]
    public static JToken ToUpper(Arguments arguments) => Tokens.Of(arguments.String(0).ToUpperInvariant());

    [WdlFunction("trim", 1)]
    public static JToken Trim(Arguments arguments) => arguments[0].Type == JTokenType.String
        ? Tokens.Of(arguments.String(0).Trim())
        : throw new WdlException("The provided parameters for template language function 'trim' are not valid.");

    /// <summary>An empty separator does not split.</summary>
    [WdlFunction("split", 2, Expects = "two parameters: the string to split as the first parameter, the separator as the second parameter")]
    public static JToken Split(Arguments arguments)
    {
        var (text, separator) = (arguments.String(0), arguments.String(1));
        return arguments.Built(separator.Length == 0 ? [new JValue(text)] : text.Split(separator).Select(part => new JValue(part)));
    }

    [WdlFunction("guid", 0, 1, Expects = "can be invoked with no parameters or with an optional format parameter")]
    public static JToken NewGuid(Arguments arguments)
    {
        var format = arguments.OptionalString(0) ?? "D";
        return format.ToUpperInvariant() is "D" or "N" or "B" or "P" or "X"
            ? Tokens.Of(arguments.Context.Ids().ToString(format))
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
            return HasHugePrecision(format) ? throw Limits.TooLong(arguments, arguments.Options.MaxTextLength) : Tokens.Of(number.ToString(format, culture));
        }
        catch (FormatException)
        {
            throw arguments.FailWithHelp($"expects its second parameter to be a numeric format string. The provided value '{format}' is not valid for values of type '{TypeName.Of(arguments[0])}'."); // Inferred text.
        }
    }

    /// <summary>"N" and up to five digits is far beyond any use; .NET would go on to a billion.</summary>
    private static bool HasHugePrecision(string format) => format.Length > 6 && char.IsAsciiLetter(format[0]) && format.Skip(1).All(char.IsAsciiDigit);

    private static int FromEnd(long index, int length) => (int)Math.Clamp(index < 0 ? index + length : index, 0, length);
}
