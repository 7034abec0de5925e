namespace B2BConnector.Emulation;

/// <summary>
/// Keeps a second process (or a second start in this one) off the same data. The operating system lets go when the process dies,
/// so no stale lock needs clearing; the empty <c>.lock</c> file stays.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    public static FileLock Take(string path)
    {
        try
        {
            return new FileLock(new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SandboxStartException($"The data file '{path}' is in use by another running sandbox (or cannot be written); stop that one first, or choose another data folder.", error);
        }
    }

    public void Dispose() => _stream.Dispose();
}
