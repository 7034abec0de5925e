using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime;

/// <summary>A call of a trigger's address.</summary>
/// <param name="Method">HTTP verb.</param>
/// <param name="RelativePath">What follows "/invoke/" in the address, unescaped by segment; empty without.</param>
/// <param name="Headers">Headers; several values are joined with ", ".</param>
/// <param name="Queries">Query parameters, also those of the signature: they are removed here.</param>
/// <param name="Body">The body's value; null when the call has none (JSON null is a token).</param>
public sealed record TriggerRequest(
    string Method,
    string RelativePath,
    IReadOnlyDictionary<string, string> Headers,
    IReadOnlyDictionary<string, string> Queries,
    JToken? Body)
{
    /// <summary>A POST with a JSON body.</summary>
    public static TriggerRequest Post(JToken? body, IReadOnlyDictionary<string, string>? headers = null) =>
        new("POST", "", headers ?? new Dictionary<string, string>(), new Dictionary<string, string>(), body);
}
