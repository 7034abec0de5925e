using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Security;

/// <summary>The configured keys; each key that is sent is hashed once and not for each request. A change of the configuration is taken over.</summary>
internal sealed class KnownKeys(IOptionsMonitor<Configuration.AuthenticationOptions> authentication)
{
    private Hashed? _keys;

    public ApiKey? Find(string sent)
    {
        var current = authentication.CurrentValue;
        var known = Volatile.Read(ref _keys);
        if (known?.Options != current)
        {
            Volatile.Write(ref _keys, known = new Hashed(current, [.. current.ApiKeys.Select(ApiKey.From)]));
        }

        return known.Recall(sent) ?? known.Prove(sent);
    }

    private sealed record Hashed(Configuration.AuthenticationOptions Options, ApiKey[] Keys)
    {
        // A key that was proven by its hash, as it was sent: callers send the same one with every request, and a hash costs more than all else here.
        private readonly string?[] _proven = new string?[Keys.Length];

        // Here and below all keys are compared, each in constant time: the time taken says nothing about which one nearly matched.
        public ApiKey? Recall(string sent)
        {
            ApiKey? found = null;
            for (var index = 0; index < Keys.Length; index++)
            {
                if (Volatile.Read(ref _proven[index]) is { } proven && CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(sent.AsSpan()), MemoryMarshal.AsBytes(proven.AsSpan())))
                {
                    found = Keys[index];
                }
            }

            return found;
        }

        public ApiKey? Prove(string sent)
        {
            var hash = ApiKey.HashOfSent(sent);
            ApiKey? found = null;
            for (var index = 0; index < Keys.Length; index++)
            {
                if (CryptographicOperations.FixedTimeEquals(hash, Keys[index].Hash))
                {
                    found = Keys[index];
                    Volatile.Write(ref _proven[index], sent);
                }
            }

            return found;
        }
    }
}
