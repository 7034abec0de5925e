using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers;

/// <summary>An expression of the trigger failed; the trigger's history has the entry.</summary>
internal sealed class TriggerFailedException(JObject error) : Exception((string?)error["message"])
{
    public JObject Error { get; } = error;
}
