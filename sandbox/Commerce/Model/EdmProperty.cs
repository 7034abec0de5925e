using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Model;

/// <summary>One property of an entity. <see cref="MaxLength"/> is 0 for unlimited; <see cref="Enum"/> is the type name of an enum.</summary>
internal sealed record EdmProperty(string Name, EdmKind Kind, int MaxLength, string? Enum, bool ReadOnly)
{
    /// <summary>What the system shows where nothing was entered: it knows no null in these columns.</summary>
    public JToken Default => _default.Value;

    // In a tree of its own, so that a tree that takes it in gets a copy.
    private readonly JProperty _default = new(Name, Kind switch
    {
        EdmKind.String => "",
        EdmKind.Int32 or EdmKind.Int64 => 0,
        EdmKind.Decimal => 0m,
        EdmKind.Boolean => false,
        EdmKind.DateTimeOffset => "1900-01-01T12:00:00Z",
        _ => (JToken)EnumTypes.Symbols(Enum!)[0],
    });

    /// <summary>Reads one line of an entity's table: <c>Name Type [length] [readonly]</c>.</summary>
    public static EdmProperty Parse(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isEnum = !System.Enum.TryParse<EdmKind>(words[1], out var kind);
        var length = words.Length > 2 && int.TryParse(words[2], out var parsed) ? parsed : 0;
        return new EdmProperty(words[0], isEnum ? EdmKind.Enum : kind, length, isEnum ? words[1] : null, words[^1] == "readonly");
    }
}
