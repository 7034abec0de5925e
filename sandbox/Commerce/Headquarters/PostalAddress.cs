using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Headquarters;

/// <summary>The one-text form of an address.</summary>
internal static class PostalAddress
{
    /// <param name="row">A row with Address* columns.</param>
    /// <param name="state">The name of the state column, which differs between entities.</param>
    public static string Format(JObject row, string state) => string.Join('\n', new[]
    {
        Line(row.Text("AddressStreet"), row.Text("AddressStreetNumber")),
        Line(row.Text("AddressZipCode"), row.Text("AddressCity"), row.Text(state)),
        row.Text("AddressCountryRegionId"),
    }.Where(line => line.Length > 0));

    private static string Line(params IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
