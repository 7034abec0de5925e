using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Storage;

/// <summary>JSON in the value model of the runtime: dates stay text, numbers with a fraction are doubles.</summary>
public static class JsonText
{
    /// <summary>Reads a JSON text.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text))
        {
            DateParseHandling = DateParseHandling.None,
            FloatParseHandling = FloatParseHandling.Double,
            MaxDepth = 256,
        };
        var token = JToken.ReadFrom(reader);
        while (reader.Read())
        {
            if (reader.TokenType != JsonToken.Comment)
            {
                throw new JsonReaderException($"Additional text after the JSON value at line {reader.LineNumber}, position {reader.LinePosition}.");
            }
        }

        return token;
    }

    /// <summary>Reads a JSON object.</summary>
    public static JObject ParseObject(string text) => (JObject)Parse(text);

    /// <summary>Writes without blanks.</summary>
    public static string Write(JToken token) => token.ToString(Formatting.None);

    /// <summary>Writes an object without making one first: its parts are written where they lie.</summary>
    internal static string WriteObject(Action<JsonWriter> members)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new JsonTextWriter(text) { Formatting = Formatting.None })
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }

        return text.ToString();
    }

    /// <summary>A time as the platform writes it: UTC, seven fraction digits, Z.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("o", CultureInfo.InvariantCulture);

    /// <summary>Reads a time written by <see cref="Time(DateTimeOffset)"/>.</summary>
    public static DateTimeOffset Time(JToken? token) =>
        DateTimeOffset.Parse((string)token!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
