namespace B2BConnector.Runtime.Storage;

/// <summary>The store was written by another version of the runtime.</summary>
public sealed class StoreVersionException(string path, long found, long expected)
    : Exception($"The workflow store '{path}' has schema {found}, this runtime needs {expected}. Delete the file to begin anew, or use the version that wrote it.");
