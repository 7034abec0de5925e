using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Xsl;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Maps;

/// <summary>A map, compiled: XSLT 1.0, or the part of a later version that means the same once it is written in 1.0 (<see cref="LaterStylesheet"/>).</summary>
internal sealed class XsltMap
{
    private readonly XslCompiledTransform transform = new();

    private XsltMap()
    {
    }

    /// <summary>Null when the map cannot be used; the problems say why, with their lines in the map.</summary>
    public static XsltMap? Read(string file, ICollection<Problem> problems)
    {
        var map = new XsltMap();
        try
        {
            var sheet = XDocument.Load(file, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
            if (!LaterStylesheet.IsVersion1(sheet) && !LaterStylesheet.Rewrite(sheet, file, problems))
            {
                return null;
            }

            // Neither scripts nor other documents: a map is a function of its input.
            using var reader = sheet.CreateReader();
            map.transform.Load(reader, XsltSettings.Default, null);
            return map;
        }
        catch (XmlException exception)
        {
            problems.Add(MapProblems.NotXml(file, exception.Message, exception.LineNumber, exception.LinePosition));
        }
        catch (XsltException exception)
        {
            problems.Add(MapProblems.DoesNotCompile(file, exception.Message, exception.LineNumber, exception.LinePosition));
        }

        return null;
    }

    /// <exception cref="XmlException">The content is not XML.</exception>
    /// <exception cref="XsltException">The map fails on it.</exception>
    public (byte[] Bytes, string ContentType) Transform(byte[] content, JObject parameters)
    {
        var arguments = new XsltArgumentList();
        foreach (var (name, value) in parameters)
        {
            arguments.AddParam(name, "", value?.ToString() ?? "");
        }

        var settings = transform.OutputSettings!.Clone();
        settings.Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var reader = XmlReader.Create(new MemoryStream(content), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        using var output = new MemoryStream();
        using (var writer = XmlWriter.Create(output, settings))
        {
            transform.Transform(reader, arguments, writer, null);
        }

        // Inferred: how the platform names the types of methods other than xml.
        return (output.ToArray(), settings.OutputMethod switch
        {
            XmlOutputMethod.Text => "text/plain; charset=utf-8",
            XmlOutputMethod.Html => "text/html; charset=utf-8",
            _ => "application/xml; charset=utf-8",
        });
    }
}
