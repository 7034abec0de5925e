using System.Security.Cryptography;
using System.Text;

namespace B2BConnector.Runtime.Outbound;

/// <summary>Addresses that others may call without further identity, each with a signature (sp, sv, sig) made with a key of the store.</summary>
public sealed class CallbackUrls
{
    private const string SignatureVersion = "1.0";
    private readonly byte[] key;

    internal CallbackUrls(string key, Uri publicAddress)
    {
        this.key = Convert.FromBase64String(key);
        PublicAddress = publicAddress;
    }

    /// <summary>Base of all addresses; set when the face knows its port.</summary>
    public Uri PublicAddress { get; internal set; }

    /// <summary>The address that fires a callable trigger.</summary>
    public string Trigger(string workflow, string trigger) => $"{TriggerBase(workflow, trigger)}?{Query(TriggerQueries(workflow, trigger))}";

    /// <summary>The address without its query.</summary>
    public string TriggerBase(string workflow, string trigger) =>
        $"{PublicAddress.ToString().TrimEnd('/')}/api/{Uri.EscapeDataString(workflow)}/triggers/{Uri.EscapeDataString(trigger)}/invoke";

    /// <summary>api-version, sp, sv, sig of a trigger's address.</summary>
    public IReadOnlyDictionary<string, string> TriggerQueries(string workflow, string trigger) => new Dictionary<string, string>
    {
        ["api-version"] = "2022-05-01",
        ["sp"] = $"/triggers/{trigger}/run",
        ["sv"] = SignatureVersion,
        ["sig"] = Sign(TriggerSubject(workflow, trigger)),
    };

    /// <summary>True when the signature belongs to the trigger.</summary>
    public bool IsTriggerSignature(string workflow, string trigger, string? signature) => IsValid(TriggerSubject(workflow, trigger), signature);

    /// <summary>The address that lets a waiting action go on.</summary>
    /// <param name="run">The run.</param>
    /// <param name="action">The action.</param>
    /// <param name="repetition">Its repetition; empty outside loops.</param>
    public string Action(string run, string action, string repetition) =>
        $"{PublicAddress.ToString().TrimEnd('/')}/api/runs/{run}/actions/{Uri.EscapeDataString(action)}/run?" + Query(new Dictionary<string, string>
        {
            ["api-version"] = "2022-05-01",
            ["repetition"] = repetition,
            ["sp"] = $"/runs/{run}/actions/{action}/run",
            ["sv"] = SignatureVersion,
            ["sig"] = Sign(ActionSubject(run, action, repetition)),
        });

    /// <summary>True when the signature belongs to the action.</summary>
    public bool IsActionSignature(string run, string action, string repetition, string? signature) => IsValid(ActionSubject(run, action, repetition), signature);

    /// <summary>A signed address below the given path, for reading one content.</summary>
    public string Content(string path) =>
        $"{PublicAddress.ToString().TrimEnd('/')}{path}?api-version=2022-05-01&sp={Uri.EscapeDataString("/read")}&sv={SignatureVersion}&sig={Sign(Uri.UnescapeDataString(path))}";

    /// <summary>True when the signature belongs to the path (unescaped).</summary>
    public bool IsContentSignature(string path, string? signature) => IsValid(path, signature);

    private bool IsValid(string subject, string? signature) =>
        signature is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(subject)), Encoding.UTF8.GetBytes(signature));

    // Names are compared without regard to case in addresses, so the signature does not depend on it either.
    private string Sign(string subject) =>
        Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(subject.ToLowerInvariant()))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string TriggerSubject(string workflow, string trigger) => $"{workflow}|/triggers/{trigger}/run|{SignatureVersion}";

    private static string ActionSubject(string run, string action, string repetition) => $"/runs/{run}/actions/{action}/run|{repetition}|{SignatureVersion}";

    private static string Query(IReadOnlyDictionary<string, string> queries) =>
        string.Join('&', queries.Select(query => $"{query.Key}={Uri.EscapeDataString(query.Value)}"));
}
