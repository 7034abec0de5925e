using System.Text.Json;
using System.Text.Json.Serialization;

namespace B2BConnector.Connector;

/// <summary>
/// Symbols exactly as the contract writes them. The converter of the framework also takes numbers, other cases and lists ("User,Admin"),
/// and what it makes of a list may be no symbol at all.
/// </summary>
internal sealed class SymbolConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Symbols<>).MakeGenericType(typeToConvert))!;

    private sealed class Symbols<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private static readonly JsonSerializerOptions Framework = new() { Converters = { new JsonStringEnumConverter(allowIntegerValues: false) } };
        private static readonly Dictionary<T, string> Names = Enum.GetValues<T>().ToDictionary(value => value, value => JsonSerializer.SerializeToElement(value, Framework).GetString()!);
        private static readonly Dictionary<string, T> Values = Names.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
                ? value
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Names[value]);
    }
}
