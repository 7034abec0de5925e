using System.Net.Http.Headers;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogicAppUnit.Helper;

/// <summary>Makes and compares contents.</summary>
public static class ContentHelper
{
    private const string Json = "application/json";
    private const string Plain = "text/plain";
    private const string Xml = "application/xml";

    /// <summary>Bytes of any type.</summary>
    public static StreamContent CreateStreamContent(Stream stream, string contentType)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        return content;
    }

    /// <summary>JSON.</summary>
    public static StreamContent CreateJsonStreamContent(Stream jsonStream) => CreateStreamContent(jsonStream, Json);

    /// <summary>Text.</summary>
    public static StreamContent CreatePlainStreamContent(Stream stream) => CreateStreamContent(stream, Plain);

    /// <summary>A text of any type, UTF-8 unless said otherwise.</summary>
    public static StringContent CreateStringContent(string value, string contentType, Encoding? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentException.ThrowIfNullOrEmpty(contentType);
        return new StringContent(value, encoding ?? Encoding.UTF8, contentType);
    }

    /// <summary>JSON of a text that is JSON.</summary>
    public static StringContent CreateJsonStringContent(string jsonString)
    {
        ArgumentNullException.ThrowIfNull(jsonString);
        return CreateStringContent(jsonString, Json);
    }

    /// <summary>JSON of an object.</summary>
    public static StringContent CreateJsonStringContent(object jsonObject)
    {
        ArgumentNullException.ThrowIfNull(jsonObject);
        return CreateStringContent(JsonConvert.SerializeObject(jsonObject), Json);
    }

    /// <summary>Text.</summary>
    public static StringContent CreatePlainStringContent(string value) => CreateStringContent(value, Plain);

    /// <summary>XML of a text that is XML.</summary>
    public static StringContent CreateXmlStringContent(string xmlString) => CreateStringContent(xmlString, Xml);

    /// <summary>XML of a document.</summary>
    public static StringContent CreateXmlStringContent(XmlDocument xmlDoc)
    {
        ArgumentNullException.ThrowIfNull(xmlDoc);
        return CreateStringContent(xmlDoc.OuterXml, Xml);
    }

    /// <summary>The rest of a stream as text; closes it.</summary>
    public static string ConvertStreamToString(Stream input)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var reader = new StreamReader(input);
        return reader.ReadToEnd();
    }

    /// <summary>A text as a stream of ASCII characters; others become '?'.</summary>
    public static Stream ConvertStringToStream(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new MemoryStream(Encoding.ASCII.GetBytes(input));
    }

    /// <summary>JSON in one layout, to be compared as text: no comments, the name of the machine as <c>localhost</c>.</summary>
    public static string FormatJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        var text = json.Replace(Environment.MachineName, "localhost", StringComparison.Ordinal)
            .Replace(Environment.MachineName.ToLowerInvariant(), "localhost", StringComparison.Ordinal);
        return JToken.Parse(text, new JsonLoadSettings { CommentHandling = CommentHandling.Ignore }).ToString();
    }

    /// <summary>XML in its canonical form, to be compared as text.</summary>
    public static string FormatXml(Stream xmlStream)
    {
        ArgumentNullException.ThrowIfNull(xmlStream);
        var document = new XmlDocument();
        document.Load(xmlStream);
        return Canonical(document);
    }

    /// <summary>XML in its canonical form, to be compared as text.</summary>
    public static string FormatXml(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        var document = new XmlDocument();
        document.LoadXml(xml);
        return Canonical(document);
    }

    private static string Canonical(XmlDocument document)
    {
        var transform = new XmlDsigC14NTransform();
        transform.LoadInput(document);
        return ConvertStreamToString((Stream)transform.GetOutput(typeof(Stream)));
    }
}
