using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.CustomCode;

/// <summary>
/// What a custom function gave back. Exactly one member is set: <paramref name="Body"/> (a JSON null for a function
/// without a result; C# casing of names is kept) or <paramref name="Error"/>, the sentence for the failed action.
/// </summary>
public sealed record FunctionResult(JToken? Body, string? Error);
