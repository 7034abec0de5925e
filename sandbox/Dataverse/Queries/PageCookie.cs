using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using B2BConnector.Emulation;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Queries;

/// <summary>
/// The opaque <c>$skiptoken</c>: page number and the order values of the last row seen. The next page starts behind those values, so rows that
/// come or go between two pages shift nothing.
/// </summary>
internal sealed record PageCookie(int Page, JObject Last)
{
    public string Write() => new XElement("cookie",
        new XAttribute("pagenumber", Page),
        new XAttribute("pagingcookie", Convert.ToBase64String(Encoding.UTF8.GetBytes(Last.ToString(Newtonsoft.Json.Formatting.None)))),
        new XAttribute("istracking", "False")).ToString(SaveOptions.DisableFormatting);

    public static PageCookie Read(string token)
    {
        try
        {
            var cookie = XElement.Parse(token);
            var last = Encoding.UTF8.GetString(Convert.FromBase64String(cookie.Attribute("pagingcookie")!.Value));
            return new PageCookie(int.Parse(cookie.Attribute("pagenumber")!.Value, CultureInfo.InvariantCulture), SandboxJson.ParseObject(last));
        }
        catch (Exception error) when (error is XmlException or FormatException or JsonException or NullReferenceException or OverflowException)
        {
            throw DataverseErrors.BadQuery("Malformed XML in the $skiptoken: follow the @odata.nextLink as it was given.");
        }
    }
}
