using System.Buffers.Text;
using System.Globalization;
using System.Text;
using B2BConnector.Connector.Errors;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>Where the next page begins. Opaque to callers.</summary>
internal sealed record PageCursor(string LegalEntity, int Skip)
{
    public string Encode() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"p1|{LegalEntity}|{Skip}"));

    /// <exception cref="ConnectorException">invalid_request.</exception>
    public static PageCursor Decode(string text)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|');
            if (parts is ["p1", var legalEntity, var skip] && int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return new PageCursor(legalEntity, count);
            }
        }
        catch (FormatException)
        {
            // Said below, together with all other forms of nonsense.
        }

        throw ConnectorErrors.InvalidRequest("page", "page is not one that this connector handed out. Start again without it.");
    }
}
