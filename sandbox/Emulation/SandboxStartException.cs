namespace B2BConnector.Emulation;

/// <summary>A reason not to start, in one sentence a person can act on. The host prints it and ends with exit code 2.</summary>
public sealed class SandboxStartException(string message, Exception? inner = null) : Exception(message, inner);
