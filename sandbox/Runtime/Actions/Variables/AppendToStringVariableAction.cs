using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Variables;

/// <summary>Adds text at the end of a string variable.</summary>
[ActionType("AppendToStringVariable", Secure = SecureParts.None)]
public sealed class AppendToStringVariableAction : VariableAction
{
    /// <inheritdoc/>
    protected override JToken Change(JToken old, JToken? value)
    {
        if (old.Type is not (JTokenType.String or JTokenType.Null))
        {
            throw new VariableTypeException($"Text cannot be appended to a variable that holds a value of type '{old.Type}'.");
        }

        return new JValue((string?)old + (value is JContainer ? value.ToString(Newtonsoft.Json.Formatting.None) : value?.ToString()));
    }
}
