using System.Security.Cryptography;
using System.Text.Json;

namespace B2BConnector.Host;

/// <summary>Keys that the services of one sandbox share. Made at the first start and kept with the data, so that a service started alone fits the others.</summary>
/// <param name="ConnectorKey">API key of the connector (header X-Api-Key).</param>
/// <param name="ConnectionKey">Key of the API connections at the gateway.</param>
/// <param name="IdentityHeader">Secret of the managed identity endpoint that custom code uses.</param>
/// <param name="ClientSecret">Secret of the application that may sign in at the sandbox's sign-in service.</param>
/// <param name="SignInKey">Private key of the sign-in service (PKCS #8, Base64): whoever knows its public half goes on knowing it after a restart.</param>
public sealed record SandboxSecrets(string ConnectorKey, string ConnectionKey, string IdentityHeader, string ClientSecret, string SignInKey)
{
    /// <summary>Reads the keys of a data folder, or makes them.</summary>
    /// <param name="dataFolder">Null: new keys for a sandbox in memory.</param>
    public static SandboxSecrets LoadOrCreate(string? dataFolder)
    {
        if (dataFolder is null)
        {
            return Create();
        }

        var file = Path.Combine(dataFolder, "keys.json");
        if (File.Exists(file))
        {
            try
            {
                if (JsonSerializer.Deserialize<SandboxSecrets>(File.ReadAllText(file)) is { ConnectorKey.Length: > 0, SignInKey.Length: > 0 } known)
                {
                    return known;
                }
            }
            catch (JsonException)
            {
                // Half written by a start that was killed: nothing was run with these keys yet.
            }
        }

        Directory.CreateDirectory(dataFolder);
        var made = Create();
        var half = file + ".new";
        File.WriteAllText(half, JsonSerializer.Serialize(made));
        File.Move(half, file, overwrite: true);
        return made;
    }

    private static SandboxSecrets Create() => new(Key(), Key(), Key(), Key(), SigningKey());

    private static string SigningKey()
    {
        using var key = RSA.Create(2048);
        return Convert.ToBase64String(key.ExportPkcs8PrivateKey());
    }

    private static string Key() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
