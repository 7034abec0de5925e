namespace B2BConnector.Runtime.Storage;

/// <summary>Another process works on the same store.</summary>
public sealed class StoreLockedException(string path, Exception inner)
    : Exception($"The workflow store '{path}' is in use by another process. Stop that process, or choose another data folder.", inner);
