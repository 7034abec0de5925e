using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Security;

/// <summary>The configured keys, hashed once and not for each request; a change of the configuration is taken over.</summary>
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

        var hash = ApiKey.HashOfSent(sent);
        ApiKey? found = null;

        // All keys are compared, each in constant time: the time taken says nothing about which one nearly matched.
        foreach (var key in known.Keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, key.Hash))
            {
                found = key;
            }
        }

        return found;
    }

    private sealed record Hashed(Configuration.AuthenticationOptions Options, ApiKey[] Keys);
}
