using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace B2BConnector.Connector.Delivery;

/// <summary>Signature v1 of Standard Webhooks 1.0.0: HMAC-SHA256 over <c>id.timestamp.body</c>, base64, one for each key, separated by spaces.</summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    public static string Sign(IEnumerable<byte[]> keys, string id, long unixSeconds, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{unixSeconds}."));
        byte[] signed = [.. head, .. body];
        return string.Join(' ', keys.Select(key => "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed))));
    }
}
