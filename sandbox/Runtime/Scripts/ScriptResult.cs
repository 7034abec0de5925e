using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Scripts;

/// <summary>
/// What a script gave back. Exactly one member is set: <paramref name="Body"/> (a JSON null for a script
/// without a result) or <paramref name="Error"/>, the platform's sentence for the failed action.
/// </summary>
public sealed record ScriptResult(JToken? Body, string? Error);
