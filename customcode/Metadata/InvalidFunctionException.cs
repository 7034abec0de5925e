namespace B2BConnector.Metadata;

/// <summary>A method marked as a function that no workflow could call.</summary>
internal sealed class InvalidFunctionException(string message) : Exception(message);
