using System.Globalization;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>From one type to another.</summary>
internal static class ConversionFunctions
{
    [WdlFunction("string", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the value that is to be converted to a string")]
    public static JToken String(Arguments arguments) => Limits.Checked(arguments, Text.Of(arguments[0]));

    [WdlFunction("int", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the value that is to be converted to an integer")]
    public static JToken Int(Arguments arguments)
    {
        if (arguments[0].Type == JTokenType.Boolean)
        {
            return Tokens.Of(Tokens.IsTrue(arguments[0]) ? 1 : 0);
        }
        if (arguments.Options.IntRefusesDecimalPoint && arguments[0] is JValue { Value: string text } && text.Contains('.', StringComparison.Ordinal))
        {
            throw arguments.NotConvertible();
        }
        try
        {
            return Tokens.Of(NumberText.ToInteger(arguments[0]) ?? throw arguments.NotConvertible());
        }
        catch (OverflowException)
        {
            throw arguments.NotConvertible();
        }
    }

    [WdlFunction("float", 1, 2, Form = ArityForm.CountedPlural, Expects = "one parameter: the value that is to be converted to a floating point number")]
    public static JToken Float(Arguments arguments) =>
        new JValue(NumberText.ToDouble(arguments[0], Cultures.Of(arguments, 1)) ?? throw arguments.NotConvertible());

    [WdlFunction("decimal", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the value that is to be converted to a decimal number")]
    public static JToken Decimal(Arguments arguments) => new JValue(NumberText.ToDecimal(arguments[0]) ?? throw arguments.NotConvertible());

    /// <summary>"true" and "false" in any casing; numbers other than zero are true.</summary>
    [WdlFunction("bool", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the value that is to be converted to a boolean")]
    public static JToken Bool(Arguments arguments) => arguments[0] switch
    {
        { Type: JTokenType.Boolean } value => value,
        { } number when Numbers.Is(number) => Tokens.Of(!Arithmetic.IsZero(number)),
        { Type: JTokenType.String } text when bool.TryParse(Text.Of(text), out var value) => Tokens.Of(value),
        _ => throw arguments.NotConvertible(),
    };

    [WdlFunction("array", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the value that is to be converted to an array")]
    public static JToken ToArray(Arguments arguments) => arguments.Built(arguments.All);

    [WdlFunction("createArray", 1, int.MaxValue, Form = ArityForm.None, Expects = "a comma separated list of parameters")]
    public static JToken CreateArray(Arguments arguments) => arguments.Built(arguments.All);

    /// <summary>Text, or a content envelope with JSON or XML in it. The documentation gives an empty object for null.</summary>
    [WdlFunction("json", 1, Expects = "one parameter: the string or XML to be parsed")]
    public static JToken Json(Arguments arguments) => arguments[0] switch
    {
        { Type: JTokenType.Null } => new JObject(),
        { Type: JTokenType.String } text => Parse(arguments, Text.Of(text)),
        JObject item when Content.TryRead(item, out var content) => content.IsXml ? XmlJson.ToJson(arguments, content) : Parse(arguments, content.Text),
        var value when arguments.Options.JsonPassesValues => value,
        _ => throw arguments.WrongType(0, "a string or an XML"),
    };

    internal static JToken Parse(Arguments arguments, string text)
    {
        arguments.Budget.Characters(text.Length);
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Double, Culture = CultureInfo.InvariantCulture };
        try
        {
            var value = JToken.ReadFrom(reader, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore, DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Replace });
            while (reader.Read())
            {
                if (reader.TokenType != JsonToken.Comment)
                {
                    throw new JsonReaderException($"Additional text encountered after finished reading JSON content: {text[0]}. Path '{reader.Path}', line {reader.LineNumber}, position {reader.LinePosition}.");
                }
            }
            return value;
        }
        catch (JsonException error)
        {
            throw arguments.FailWithHelp($"parameter is not valid. The provided value '{text}' cannot be parsed: '{error.Message}'.");
        }
    }
}
