using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace B2BConnector.Connector;

/// <summary>The one way JSON is read and written: camel case, no nulls, unknown properties refused.</summary>
internal static class ConnectorJson
{
    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        // Consumers check answers against the contract at run time, and Swagger 2.0 has no null: what is unknown is left out.
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        // Two values for one thing: whichever was taken, somebody who looked at the other one would be misled.
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        // Names are full of apostrophes and diacritics; the answers are JSON and never part of a page.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.MaxDepth = 16;
        options.Converters.Add(new SymbolConverter());
        return options;
    }
}
