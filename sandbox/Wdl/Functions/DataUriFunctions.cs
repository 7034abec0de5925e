using System.Text;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Data URIs.</summary>
internal static class DataUriFunctions
{
    [WdlFunction("dataUri", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the value to be converted to a data URI")]
    public static JToken ToDataUri(Arguments arguments)
    {
        var content = arguments[0] switch
        {
            { Type: JTokenType.Null } => throw arguments.NotConvertible(),
            { } value when Content.TryRead(value, out var envelope) => envelope,
            { Type: JTokenType.String } text => Content.Of("text/plain;charset=utf-8", Encoding.UTF8.GetBytes(Text.Of(text))),
            var other => Content.Of("application/json;charset=utf-8", Encoding.UTF8.GetBytes(Text.Of(other))),
        };
        return Tokens.Of($"data:{content.ContentType};base64,{content.Base64}");
    }

    [WdlFunction("dataUriToBinary", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the data URI that is to be converted to binary")]
    public static JToken DataUriToBinary(Arguments arguments) => Parse(arguments, u => u.IsWellFormed()).Content.ToToken();

    [WdlFunction("dataUriToString", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the data URI that is to be converted to string")]
    public static JToken DataUriToString(Arguments arguments)
    {
        var uri = Parse(arguments, u => u.IsUtf8Text());
        return Tokens.Of(Encoding.UTF8.GetString(Content.TryDecode(uri.Base64) ?? throw Malformed(arguments)));
    }

    /// <summary>Text comes back as a string, JSON parsed, anything else as content; a missing charset is us-ascii.</summary>
    [WdlFunction("decodeDataUri", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the data URI")]
    public static JToken DecodeDataUri(Arguments arguments)
    {
        var content = Parse(arguments, _ => true).Content;
        if (Content.TryDecode(content.Base64) is null)
        {
            throw Malformed(arguments);
        }
        var type = content.MediaType.ToLowerInvariant();
        if (type.StartsWith("text/", StringComparison.Ordinal))
        {
            return Tokens.Of(content.Text);
        }
        if (type == "application/json" || type.EndsWith("+json", StringComparison.Ordinal))
        {
            return ConversionFunctions.Parse(arguments, content.Text);
        }
        var named = content.ContentType.Contains("charset=", StringComparison.OrdinalIgnoreCase);
        return (named ? content : content with { ContentType = content.ContentType + ";charset=us-ascii" }).ToToken();
    }

    private static DataUri Parse(Arguments arguments, Func<DataUri, bool> accepts) =>
        DataUri.TryParse(arguments.String(0)) is { } uri && accepts(uri) ? uri : throw Malformed(arguments);

    private static WdlException Malformed(Arguments arguments) => arguments.FailWithHelp(
        $"expects its parameter to be formatted as a valid data URI. The provided value '{arguments.String(0)}' was not formatted correctly.");
}
