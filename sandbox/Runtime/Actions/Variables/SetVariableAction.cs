using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Variables;

/// <summary>Replaces the value of a variable.</summary>
[ActionType("SetVariable", Secure = SecureParts.None)]
public sealed class SetVariableAction : VariableAction
{
    /// <inheritdoc/>
    protected override JToken Change(JToken old, JToken? value) => VariableValue.Replace(old, value);
}
