using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Transport;

/// <summary>
/// Ids of the callback registrations, one for each workflow that waits for Dataverse. Each parameters file has its own, so that two
/// environments of the Logic App can listen to one environment of Dataverse.
/// </summary>
internal static class RegistrationIds
{
    public const string Parameter = "callbackRegistrationIds";

    private static readonly byte[] Space = new Guid("6f0c5a52-9d6b-4f0e-8a57-2f5f4f7f0c11").ToByteArray(bigEndian: true);

    public static JObject Parameters(string parametersFile, IEnumerable<string> workflows) => new()
    {
        ["type"] = "Object",
        ["value"] = new JObject(workflows.Order(StringComparer.Ordinal).Select(workflow => new JProperty(workflow, Of($"{parametersFile}/{workflow}").ToString()))),
    };

    /// <summary>A UUID of version 5 (RFC 9562, 5.5): the same every time the workflows are written.</summary>
    private static Guid Of(string name)
    {
#pragma warning disable CA5350 // the standard says SHA-1; nothing is protected by it
        var hash = SHA1.HashData([.. Space, .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
