using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Transport;

/// <summary>Where a connector call goes when nobody stands between.</summary>
/// <param name="Uri">Address with expressions in it.</param>
/// <param name="Audience">What the managed identity asks a token for.</param>
/// <param name="Headers">Those for the service, without those for the gateway.</param>
internal sealed record HttpTarget(string Uri, string Audience, JObject? Headers)
{
    /// <summary>Credentials of the call: the identity of the Logic App, so that no key is anywhere.</summary>
    public JObject Authentication => new() { ["type"] = "ManagedServiceIdentity", ["audience"] = Audience };

    /// <summary>An expression as part of a text.</summary>
    public static string InText(string value) => value.StartsWith('@') && !value.StartsWith("@@", StringComparison.Ordinal) && !value.StartsWith("@{", StringComparison.Ordinal) ? $"@{{{value[1..]}}}" : value;
}
