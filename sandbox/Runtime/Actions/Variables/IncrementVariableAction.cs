using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Variables;

/// <summary>Adds a number, 1 unless given, to a variable.</summary>
[ActionType("IncrementVariable", Secure = SecureParts.None)]
public class IncrementVariableAction : VariableAction
{
    /// <inheritdoc/>
    protected override bool ValueIsNeeded => false;

    /// <summary>1 to add, -1 to subtract.</summary>
    protected virtual int Sign => 1;

    /// <inheritdoc/>
    protected override JToken Change(JToken old, JToken? value)
    {
        value ??= new JValue(1L);
        if (old.Type == JTokenType.Null)
        {
            old = new JValue(0L);
        }

        if (old.Type is not (JTokenType.Integer or JTokenType.Float) || value.Type is not (JTokenType.Integer or JTokenType.Float))
        {
            throw new VariableTypeException($"A value of type '{value.Type}' cannot be added to a variable that holds a value of type '{old.Type}'.");
        }

        try
        {
            return old.Type == JTokenType.Integer && value.Type == JTokenType.Integer
                ? new JValue(checked((long)old + (Sign * (long)value)))
                : new JValue((double)old + (Sign * (double)value));
        }
        catch (OverflowException)
        {
            throw new VariableTypeException("The result is too large for an integer variable.");
        }
    }
}
