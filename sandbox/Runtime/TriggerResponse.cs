using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime;

/// <summary>The answer to a call of a trigger.</summary>
/// <param name="StatusCode">HTTP status.</param>
/// <param name="Headers">Headers of the Response action, and x-ms-workflow-run-id and its relatives.</param>
/// <param name="Body">The body's value; null when there is none.</param>
/// <param name="RunId">The run that the call started; null when none started, or several.</param>
public sealed record TriggerResponse(int StatusCode, IReadOnlyDictionary<string, string> Headers, JToken? Body, string? RunId);
