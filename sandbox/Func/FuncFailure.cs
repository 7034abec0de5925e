namespace B2BConnector.Func;

/// <summary>Something the person who started func has to change; the message is one line for standard error. Exit code 2.</summary>
internal sealed class FuncFailure(string message) : Exception(message);
