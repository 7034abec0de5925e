namespace B2BConnector.Host;

/// <summary>Something the person at the command line has to change; the message is one clear sentence. Exit code 2.</summary>
public sealed class SandboxFailure(string message) : Exception(message);
