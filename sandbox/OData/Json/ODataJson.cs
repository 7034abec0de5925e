using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.OData.Json;

/// <summary>JSON in and out: dates stay text, decimals stay exact, duplicate members are a mistake.</summary>
public static class ODataJson
{
    /// <summary>Reads one JSON object from a request body.</summary>
    public static ODataResult<JObject> ParseObject(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal, MaxDepth = 32 };
            var settings = new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error };
            var token = JToken.ReadFrom(reader, settings);
            if (token is not JObject found) return new ODataProblem($"The request body is a JSON {token.Type.ToString().ToLowerInvariant()}; an object is needed.", 0, "");
            if (reader.Read()) return new ODataProblem($"The request body has text after its JSON object (line {reader.LineNumber}, position {reader.LinePosition}).", reader.LinePosition, "");
            return found;
        }
        catch (JsonException failure)
        {
            return new ODataProblem("The request body is not valid JSON: " + failure.Message, (failure as JsonReaderException)?.LinePosition ?? 0, "");
        }
    }

    /// <summary>Writes compact JSON, culture-free.</summary>
    public static string Write(JToken token)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var writer = new JsonTextWriter(text) { Formatting = Formatting.None };
        token.WriteTo(writer);
        return text.ToString();
    }
}
