using System.Xml;
using B2BConnector.Wdl.Values;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Functions;

/// <summary>Between XML and JSON by Newtonsoft's converter, whose quirks the recordings show ("#text", "#cdata-section", "@attribute").</summary>
internal static class XmlJson
{
    /// <summary>No outside entities, and few characters from inside ones.</summary>
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Parse, XmlResolver = null, MaxCharactersFromEntities = 100_000 };

    public static XmlDocument Load(string xml)
    {
        CheckDepth(xml);
        var document = new XmlDocument { XmlResolver = null };
        using var reader = XmlReader.Create(new StringReader(xml), Safe);
        try
        {
            document.Load(reader);
        }
        catch (ArgumentException error)
        {
            throw new XmlException(error.Message, error); // a version like "1.0.0", which the reader lets pass
        }
        return document;
    }

    public static JToken ToJson(Arguments arguments, Content content)
    {
        try
        {
            var document = Load(content.Text);
            CheckEncoding(document);
            return ConversionFunctions.Parse(arguments, JsonConvert.SerializeXmlNode(document));
        }
        catch (Exception error) when (error is XmlException or JsonException)
        {
            throw arguments.FailWithHelp($"parameter is not valid. The provided XML value cannot be converted to JSON: '{error.Message}'."); // Inferred text.
        }
    }

    public static Content FromJson(Arguments arguments, JObject value)
    {
        try
        {
            return Content.Of(Content.Xml, System.Text.Encoding.UTF8.GetBytes(JsonConvert.DeserializeXmlNode(value.ToString(Newtonsoft.Json.Formatting.None))?.OuterXml ?? ""));
        }
        catch (Exception error) when (error is XmlException or JsonException or ArgumentException or InvalidOperationException)
        {
            throw CannotBecomeXml(arguments, error);
        }
    }

    public static WdlException CannotBecomeXml(Arguments arguments, Exception error) =>
        arguments.FailWithHelp($"parameter is not valid. The provided value cannot be converted to XML: '{error.Message}'.");

    /// <summary>What walks the tree afterwards is recursive.</summary>
    private static void CheckDepth(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml), Safe);
        while (reader.Read())
        {
            if (reader.Depth > Nesting.MaxDepth)
            {
                throw new XmlException($"The document nests more than {Nesting.MaxDepth} elements");
            }
        }
    }

    private static void CheckEncoding(XmlDocument document)
    {
        if (document.FirstChild is not XmlDeclaration { Encoding: { Length: > 0 } name })
        {
            return;
        }
        try
        {
            if (System.Text.Encoding.GetEncoding(name) is System.Text.UTF8Encoding or System.Text.ASCIIEncoding)
            {
                return;
            }
        }
        catch (ArgumentException)
        {
            // Reported below like the other encodings that cannot be.
        }
        throw new XmlException($"'{name}' is not a supported encoding");
    }
}
