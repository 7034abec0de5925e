using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace B2BConnector.Package;

/// <summary>XML as the solution packager writes it, but with line feeds and without a byte-order mark, the same on every machine.</summary>
internal static class XmlText
{
    private static readonly XmlWriterSettings Form = new() { Indent = true, IndentChars = "  ", NewLineChars = "\n", Encoding = new UTF8Encoding(false), OmitXmlDeclaration = true };

    public static string Write(XDocument document)
    {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        using (var writer = XmlWriter.Create(text, Form))
        {
            document.Root!.WriteTo(writer);
        }

        return text.Append('\n').ToString();
    }
}
