using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Claims;
using System.Security.Cryptography;

namespace B2BConnector.Connector.Security;

/// <summary>
/// Tokens whose signature and claims were checked a moment ago: callers send the same one with each request, and checking it costs more
/// than all else of a read. Holds hashes and no token; only what passed every check is kept, so that nobody fills it without valid tokens.
/// </summary>
internal sealed class CheckedTokens(TimeProvider time)
{
    /// <summary>More than that at a time, and all are checked anew.</summary>
    public const int Most = 1000;

    /// <summary>After that it is checked anew, so that whatever else the check looks at counts within minutes.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<Fingerprint, Checked> _tokens = [];

    public int Count => _tokens.Count;

    /// <param name="sent">The header as it was sent.</param>
    /// <param name="keys">The keys of the sign-in service as they are now: other keys than those of the check end what is kept.</param>
    /// <returns>Null when it has to be checked.</returns>
    public ClaimsPrincipal? Find(string sent, object keys) =>
        _tokens.TryGetValue(Fingerprint.Of(sent), out var found) && ReferenceEquals(found.Keys, keys) && time.GetUtcNow() < found.Until ? found.Caller : null;

    /// <param name="sent">The header as it was sent.</param>
    /// <param name="keys">The keys before the check began.</param>
    /// <param name="caller">Whom the check found.</param>
    /// <param name="end">When the token is taken no longer.</param>
    public void Keep(string sent, object keys, ClaimsPrincipal caller, DateTimeOffset end)
    {
        if (_tokens.Count >= Most)
        {
            _tokens.Clear();
        }

        var longest = time.GetUtcNow() + Longest;
        _tokens[Fingerprint.Of(sent)] = new Checked(keys, caller, end < longest ? end : longest);
    }

    private sealed record Checked(object Keys, ClaimsPrincipal Caller, DateTimeOffset Until);

    private readonly record struct Fingerprint(UInt128 First, UInt128 Last)
    {
        public static Fingerprint Of(string sent)
        {
            Span<UInt128> hash = stackalloc UInt128[2];
            SHA256.HashData(MemoryMarshal.AsBytes(sent.AsSpan()), MemoryMarshal.AsBytes(hash));
            return new Fingerprint(hash[0], hash[1]);
        }
    }
}
