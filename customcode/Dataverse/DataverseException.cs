namespace B2BConnector.CustomCode.Dataverse;

/// <summary>A request that Dataverse refused or did not answer. The message holds no values of rows.</summary>
internal sealed class DataverseException(string message, Exception? inner = null) : Exception(message, inner);
