using System.Net;
using System.Text;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Base64, binary content, URI components, lengths in bytes.</summary>
internal static class EncodingFunctions
{
    /// <summary>Characters that JavaScript's encodeURIComponent leaves alone and .NET escapes.</summary>
    private const string LeftAlone = "!'()*";

    /// <summary>Content gives its bytes.</summary>
    [WdlFunction("base64", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the string to encode into base64 representation")]
    public static JToken Base64(Arguments arguments) => Limits.Checked(
        arguments,
        Content.TryRead(arguments[0], out var content) ? content.Base64 : Convert.ToBase64String(Encoding.UTF8.GetBytes(arguments.String(0))));

    /// <summary>Inferred: an older name of base64, known from a registry of functions only.</summary>
    [WdlFunction("encodeBase64", 1)]
    public static JToken EncodeBase64(Arguments arguments) => Base64(arguments);

    /// <summary>Inferred: json(base64ToString(…)), known from a registry of functions only.</summary>
    [WdlFunction("base64ToJson", 1)]
    public static JToken Base64ToJson(Arguments arguments) => ConversionFunctions.Parse(arguments, Encoding.UTF8.GetString(Decoded(arguments)));

    [WdlFunction("base64ToString", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the base64 string to decode")]
    public static JToken Base64ToString(Arguments arguments) => Tokens.Of(Encoding.UTF8.GetString(Decoded(arguments)));

    [WdlFunction("decodeBase64", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the string to decode from base64 representation")]
    public static JToken DecodeBase64(Arguments arguments) => Base64ToString(arguments);

    /// <summary>The base64 text is kept as it was written, white space included.</summary>
    [WdlFunction("base64ToBinary", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the string to decode from base64 representation")]
    public static JToken Base64ToBinary(Arguments arguments)
    {
        _ = Decoded(arguments);
        return new Content(Content.Binary, arguments.String(0)).ToToken();
    }

    [WdlFunction("binary", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the value that is to be converted to binary")]
    public static JToken Binary(Arguments arguments) => arguments[0].Type == JTokenType.Null
        ? throw arguments.NotConvertible()
        : (Content.TryRead(arguments[0], out var content) ? content with { ContentType = Content.Binary } : Content.Of(Content.Binary, Encoding.UTF8.GetBytes(Text.Of(arguments[0])))).ToToken();

    [WdlFunction("uriComponent", 1, int.MaxValue, Form = ArityForm.CountedPlural, Expects = "at least one parameter: the value to convert to URI component")]
    public static JToken UriComponent(Arguments arguments) => Tokens.Of(Escape(arguments));

    [WdlFunction("encodeUriComponent", 1, int.MaxValue, Form = ArityForm.CountedPlural, Expects = "at least one parameter: the string to URL encode")]
    public static JToken EncodeUriComponent(Arguments arguments) => Tokens.Of(Escape(arguments));

    [WdlFunction("uriComponentToString", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the URI component to convert to binary")]
    public static JToken UriComponentToString(Arguments arguments) => Tokens.Of(WebUtility.UrlDecode(arguments.String(0)));

    [WdlFunction("decodeUriComponent", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the string to decode")]
    public static JToken DecodeUriComponent(Arguments arguments) => UriComponentToString(arguments);

    [WdlFunction("uriComponentToBinary", 1, Form = ArityForm.CountedPlural, Expects = "one parameter: the URI component to convert to binary")]
    public static JToken UriComponentToBinary(Arguments arguments) => Content.Of(Content.Binary, Encoding.UTF8.GetBytes(WebUtility.UrlDecode(arguments.String(0)))).ToToken();

    /// <summary>Inferred: not documented beyond its name.</summary>
    [WdlFunction("utf8Length", 1)]
    public static JToken Utf8Length(Arguments arguments) => Tokens.Of((long)Encoding.UTF8.GetByteCount(arguments.String(0)));

    /// <summary>Inferred: bytes, like utf8Length.</summary>
    [WdlFunction("utf16Length", 1)]
    public static JToken Utf16Length(Arguments arguments) => Tokens.Of((long)Encoding.Unicode.GetByteCount(arguments.String(0)));

    private static byte[] Decoded(Arguments arguments) =>
        Content.TryDecode(arguments.String(0)) ?? throw arguments.NotConvertible("The value cannot be decoded from base64 representation.");

    /// <summary>Several arguments are joined as text first; the result is what JavaScript's encodeURIComponent gives.</summary>
    private static string Escape(Arguments arguments)
    {
        var escaped = Uri.EscapeDataString(arguments.Joined());
        return LeftAlone.Aggregate(escaped, (text, c) => text.Replace(Uri.HexEscape(c), c.ToString(), StringComparison.Ordinal));
    }
}
