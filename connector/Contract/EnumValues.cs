using System.Text;
using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Contract;

/// <summary>Display names of symbols: "onApproval" reads "On approval".</summary>
internal static class EnumValues
{
    public static JsonArray Of(IEnumerable<string> symbols) =>
        [.. symbols.Select(symbol => new JsonObject { ["value"] = symbol, ["displayName"] = Words(symbol) })];

    private static string Words(string symbol)
    {
        var words = new StringBuilder();
        foreach (var letter in symbol)
        {
            words.Append(words.Length == 0 ? char.ToUpperInvariant(letter) : char.IsUpper(letter) ? " " + char.ToLowerInvariant(letter) : letter);
        }

        return words.ToString();
    }
}
