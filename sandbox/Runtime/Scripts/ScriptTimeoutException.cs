namespace B2BConnector.Runtime.Scripts;

/// <summary>The limit of foreign code was reached; told apart from a TimeoutException that the code throws itself.</summary>
internal sealed class ScriptTimeoutException : Exception;
