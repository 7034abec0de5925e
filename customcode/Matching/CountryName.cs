using System.Collections.Frozen;
using System.Globalization;

namespace B2BConnector.CustomCode.Matching;

/// <summary>
/// Compares countries that one system keeps as an ISO code and the other as free text: two- and three-letter codes, English
/// names and names in the country's own languages are the same country.
/// </summary>
internal static class CountryName
{
    private static readonly Lazy<FrozenDictionary<string, string>> Codes = new(Read);

    /// <summary>False when either is unknown.</summary>
    public static bool Same(string? one, string? other) =>
        !string.IsNullOrWhiteSpace(one) && !string.IsNullOrWhiteSpace(other) && Code(one) == Code(other);

    private static string Code(string country)
    {
        var folded = FoldedText.Of(country.Trim().TrimEnd('.'));
        return Codes.Value.GetValueOrDefault(folded, folded);
    }

    private static FrozenDictionary<string, string> Read()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["uk"] = "GB", ["great britain"] = "GB", ["england"] = "GB", ["scotland"] = "GB", ["wales"] = "GB",
            ["united states of america"] = "US", ["u.s.a"] = "US", ["u.s"] = "US",
            ["holland"] = "NL", ["the netherlands"] = "NL", ["czech republic"] = "CZ", ["turkey"] = "TR",
        };
        // Without culture data (invariant mode) only equal texts are the same country.
        foreach (var culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures).Where(c => c.Name.Contains('-', StringComparison.Ordinal)))
        {
            var region = new RegionInfo(culture.Name);
            foreach (var name in new[] { region.TwoLetterISORegionName, region.ThreeLetterISORegionName, region.EnglishName, region.NativeName })
            {
                codes.TryAdd(FoldedText.Of(name), region.TwoLetterISORegionName);
            }
        }

        return codes.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
