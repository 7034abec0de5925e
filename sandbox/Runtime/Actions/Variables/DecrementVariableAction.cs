namespace B2BConnector.Runtime.Actions.Variables;

/// <summary>Subtracts a number, 1 unless given, from a variable.</summary>
[ActionType("DecrementVariable", Secure = SecureParts.None)]
public sealed class DecrementVariableAction : IncrementVariableAction
{
    /// <inheritdoc/>
    protected override int Sign => -1;
}
