namespace B2BConnector.Runtime.Actions.Variables;

/// <summary>A value does not fit the variable; becomes a run error.</summary>
public sealed class VariableTypeException(string message) : Exception(message);
