using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Variables;

/// <summary>Adds one element at the end of an array variable.</summary>
[ActionType("AppendToArrayVariable", Secure = SecureParts.None)]
public sealed class AppendToArrayVariableAction : VariableAction
{
    private const int MaximumItems = 100_000;

    /// <inheritdoc/>
    protected override JToken Change(JToken old, JToken? value)
    {
        if (old is not (JArray or JValue { Type: JTokenType.Null }))
        {
            throw new VariableTypeException($"A value cannot be appended to a variable that holds a value of type '{old.Type}'.");
        }

        var array = old is JArray known ? (JArray)known.DeepClone() : [];
        array.Add(value?.DeepClone() ?? JValue.CreateNull());
        return array.Count <= MaximumItems ? array : throw new VariableTypeException($"An array variable holds at most {MaximumItems} items.");
    }
}
