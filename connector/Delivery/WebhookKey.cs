using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace B2BConnector.Connector.Delivery;

/// <summary>
/// One configured key. Everything a subscription needs is derived from it (HKDF-SHA256, RFC 5869), for each purpose and each
/// subscription another: no secret lies in the store.
/// </summary>
internal sealed class WebhookKey(string id, string secret)
{
    private const int KeyBytes = 32;
    private const string SecretPrefix = "whsec_";

    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    public string Id { get; } = id;

    /// <summary>Signs what is delivered to a subscription.</summary>
    public byte[] SigningKey(Guid subscription) => Derive("signature", subscription);

    /// <summary>The signing key as receivers know it: <c>whsec_</c> and base64, the form of Standard Webhooks.</summary>
    public string SigningSecret(Guid subscription) => SecretPrefix + Convert.ToBase64String(SigningKey(subscription));

    /// <summary>What ends a subscription: whoever knows it may. The same each time, so that subscribing twice gives one address.</summary>
    public string Token(Guid subscription) => Base64Url.EncodeToString(Derive("token", subscription));

    /// <summary>Encrypts a callback address for the store.</summary>
    public string Protect(Guid subscription, string callback)
    {
        var plain = Encoding.UTF8.GetBytes(callback);
        var sealedBytes = new byte[plain.Length + AesGcm.TagByteSizes.MaxSize];
        using var cipher = Cipher(subscription);
        cipher.Encrypt(Nonce(), plain, sealedBytes.AsSpan(0, plain.Length), sealedBytes.AsSpan(plain.Length));
        return Convert.ToBase64String(sealedBytes);
    }

    /// <exception cref="CryptographicException">It was written with another secret under this id.</exception>
    public string Reveal(Guid subscription, string text)
    {
        var sealedBytes = Convert.FromBase64String(text);
        var length = sealedBytes.Length - AesGcm.TagByteSizes.MaxSize;
        var plain = new byte[length];
        using var cipher = Cipher(subscription);
        cipher.Decrypt(Nonce(), sealedBytes.AsSpan(0, length), sealedBytes.AsSpan(length), plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>A key encrypts one text only, because the address of a subscription never changes: then a constant is as good as a number used once.</summary>
    private static byte[] Nonce() => new byte[AesGcm.NonceByteSizes.MaxSize];

    private AesGcm Cipher(Guid subscription) => new(Derive("callback", subscription), AesGcm.TagByteSizes.MaxSize);

    private byte[] Derive(string purpose, Guid subscription) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, KeyBytes, salt: null, Encoding.UTF8.GetBytes($"webhook {purpose} {subscription:D}"));
}
