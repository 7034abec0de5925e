using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using B2BConnector.Connector.Tests.Contract;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>What the contract says about a body, read without the connector's code.</summary>
/// <remarks>
/// Besides the schema it holds two sentences of connector/README.md: a null is the same as nothing sent, and texts hold no control
/// characters but tabs and line ends. Where code points and UTF-16 units disagree about a length, the contract does not decide.
/// </remarks>
internal sealed class BodyLabel(CheckedInContract contract)
{
    private static readonly Regex Whole = new(@"\A-?[0-9]+\z");
    private readonly Dictionary<string, Regex> _patterns = [];

    /// <summary>True for valid, false for invalid, null where the contract leaves it open.</summary>
    public bool? Of(JsonObject schema, JsonNode? value)
    {
        var rules = contract.Resolve(schema);
        return rules["type"]?.ToString() switch
        {
            "object" => value is JsonObject map ? OfObject(rules, map) : false,
            "string" => value is JsonValue text && text.GetValueKind() == JsonValueKind.String ? OfText(rules, text.GetValue<string>()) : false,
            "integer" or "number" => value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && OfNumber(rules, number.ToJsonString()),
            "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            var other => throw new InvalidOperationException($"No rule for the type {other}."),
        };
    }

    private bool? OfObject(JsonObject rules, JsonObject map)
    {
        var properties = rules["properties"]!.AsObject();
        var missing = rules["required"]?.AsArray().Any(name => map[name!.ToString()] is null) == true;
        if (missing || map.Any(pair => !properties.ContainsKey(pair.Key)))
        {
            return false;
        }

        bool? all = true;
        foreach (var (name, value) in map.Where(pair => pair.Value is not null))
        {
            switch (Of(properties[name]!.AsObject(), value))
            {
                case false:
                    return false;
                case null:
                    all = null;
                    break;
            }
        }

        return all;
    }

    private bool? OfText(JsonObject rules, string text)
    {
        if (rules["enum"] is JsonArray symbols)
        {
            return symbols.Any(symbol => symbol!.ToString() == text);
        }

        if (text.Any(sign => char.IsControl(sign) && sign is not ('\t' or '\r' or '\n')) || text.Length < (rules["minLength"]?.GetValue<int>() ?? 0))
        {
            return false;
        }

        if (rules["pattern"]?.ToString() is { } pattern && !Pattern(pattern).IsMatch(text))
        {
            return false;
        }

        var longest = rules["maxLength"]?.GetValue<int>() ?? int.MaxValue;
        return text.Length <= longest ? true : text.EnumerateRunes().Count() > longest ? false : null;
    }

    private static bool OfNumber(JsonObject rules, string number)
    {
        var value = double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture);
        var inRange = value >= Bound(rules, "minimum", double.MinValue) && value <= Bound(rules, "maximum", double.MaxValue);
        return inRange && (rules["type"]!.ToString() == "number" || (Whole.IsMatch(number) && value is >= int.MinValue and <= int.MaxValue));
    }

    private static double Bound(JsonObject rules, string name, double without) => rules[name]?.GetValue<double>() ?? without;

    private Regex Pattern(string pattern) => _patterns.TryGetValue(pattern, out var known) ? known : _patterns[pattern] = new Regex(pattern.Replace("$", "\\z", StringComparison.Ordinal), RegexOptions.CultureInvariant);
}
