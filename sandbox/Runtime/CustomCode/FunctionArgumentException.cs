namespace B2BConnector.Runtime.CustomCode;

/// <summary>A call that does not fit the function. The message is for the author of the workflow and holds no values.</summary>
internal sealed class FunctionArgumentException(string message) : Exception(message);
