using System.Security;
using System.Text;
using System.Xml;
using System.Xml.XPath;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>XML travels as a content envelope with type application/xml.</summary>
internal static class XmlFunctions
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Text is parsed and written anew; content is only given the XML type; an object is converted.</summary>
    [WdlFunction("xml", 1, Expects = "one parameter: the string or object to be converted")]
    public static JToken Xml(Arguments arguments) => arguments[0] switch
    {
        { } value when Content.TryRead(value, out var content) => new Content(Content.Xml, content.Base64).ToToken(),
        JObject item => XmlJson.FromJson(arguments, item).ToToken(),
        { Type: JTokenType.String } text => FromText(arguments, Text.Of(text)),
        _ => throw arguments.WrongType(0, "a string or an object"),
    };

    /// <summary>Elements come back as content, texts and attributes as strings, sums and counts as floats.</summary>
    [WdlFunction("xpath", 2, Expects = "two parameters: an XML object and an XPath expression")]
    public static JToken XPath(Arguments arguments)
    {
        if (!Content.TryRead(arguments[0], out var content) || !content.IsXml)
        {
            throw arguments.WrongType(0, "an XML object");
        }
        try
        {
            var xml = content.Text;
            arguments.Budget.Allow(xml.Length);
            var document = new CountingNavigator(XmlJson.Load(xml).CreateNavigator()!, arguments.Budget);
            return document.Evaluate(Path(arguments)) switch
            {
                XPathNodeIterator nodes => arguments.Built(nodes.Cast<XPathNavigator>().Select(Node)),
                double number => new JValue(number),
                bool flag => Tokens.Of(flag),
                var other => Tokens.Of((string)other),
            };
        }
        catch (XmlException error)
        {
            throw XmlJson.CannotBecomeXml(arguments, error);
        }
        catch (Exception error) when (error is XPathException or ArgumentException)
        {
            throw arguments.FailWithHelp($"parameters are invalid: the 'xpath' parameter must be a supported, well formed XPath expression. {error.Message}"); // Inferred text.
        }
    }

    [WdlFunction("encodeXmlValue", 1)]
    public static JToken EncodeXmlValue(Arguments arguments) => Tokens.Of(SecurityElement.Escape(arguments.String(0)));

    [WdlFunction("decodeXmlValue", 1)]
    public static JToken DecodeXmlValue(Arguments arguments) => Tokens.Of(System.Net.WebUtility.HtmlDecode(arguments.String(0)));

    [WdlFunction("encodeXmlName", 1)]
    public static JToken EncodeXmlName(Arguments arguments) => Tokens.Of(XmlConvert.EncodeLocalName(arguments.String(0)));

    [WdlFunction("decodeXmlName", 1)]
    public static JToken DecodeXmlName(Arguments arguments) => Tokens.Of(XmlConvert.DecodeName(arguments.String(0)));

    /// <summary>Of text, or of the bytes of content (the designer's description).</summary>
    [WdlFunction("trimByteOrderMark", 1)]
    public static JToken TrimByteOrderMark(Arguments arguments)
    {
        if (!Content.TryRead(arguments[0], out var content))
        {
            return Tokens.Of(arguments.String(0).TrimStart(ByteOrderMark));
        }
        var bytes = content.Bytes;
        return bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Content.Of(content.ContentType, bytes[Encoding.UTF8.Preamble.Length..]).ToToken() : arguments[0];
    }

    private static JObject FromText(Arguments arguments, string xml)
    {
        try
        {
            return Content.Of(Content.Xml, Encoding.UTF8.GetBytes(XmlJson.Load(xml).OuterXml)).ToToken();
        }
        catch (XmlException error)
        {
            throw XmlJson.CannotBecomeXml(arguments, error);
        }
    }

    private static string Path(Arguments arguments) => arguments.String(1) is { Length: <= Limits.MaxXPath } path ? path : throw Limits.TooLong(arguments, Limits.MaxXPath);

    private static JToken Node(XPathNavigator node) => node.NodeType is XPathNodeType.Element or XPathNodeType.Root
        ? Content.Of(Content.Xml, Encoding.UTF8.GetBytes(node.UnderlyingObject is XmlNode xml ? xml.OuterXml : node.OuterXml)).ToToken()
        : Tokens.Of(node.Value);
}
