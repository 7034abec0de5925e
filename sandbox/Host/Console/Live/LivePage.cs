using System.Security.Cryptography;
using System.Text.Json;

namespace B2BConnector.Host.ConsolePages.Live;

/// <summary>What a page shows now.</summary>
/// <param name="Version">The same for the same content; does not change with the time of day.</param>
/// <param name="View">The content.</param>
internal sealed record LivePage<T>(string Version, T View)
{
    public static LivePage<T> Of(T view) => new(Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(view)))[..16], view);
}
