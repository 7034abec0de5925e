namespace B2BConnector.Host;

/// <summary>The folder that keeps what the systems store: one SQLite file each.</summary>
internal static class SandboxData
{
    /// <summary>Deletes a data folder.</summary>
    /// <returns>False when there was none.</returns>
    /// <exception cref="SandboxFailure">A sandbox runs on it, or the folder holds what no sandbox wrote.</exception>
    public static bool Delete(string? folder)
    {
        if (folder is null || !Directory.Exists(folder))
        {
            return false;
        }

        // A mistyped --data must never delete somebody's files.
        var foreign = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .FirstOrDefault(file => !Known(Path.GetFileName(file)));
        if (foreign is not null)
        {
            throw new SandboxFailure($"{folder} holds {Path.GetFileName(foreign)}, which no sandbox writes. Nothing was deleted; is --data right?");
        }

        try
        {
            foreach (var held in Directory.EnumerateFiles(folder, "*.lock", SearchOption.AllDirectories))
            {
                using var free = new FileStream(held, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }

            Directory.Delete(folder, recursive: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SandboxFailure($"{folder} is in use by a running sandbox. Stop it first. ({error.Message})");
        }
    }

    private static bool Known(string name) =>
        name is "keys.json" or "keys.json.new" or "demo.json"
        || name.EndsWith(".eml", StringComparison.Ordinal)
        || name.EndsWith(".lock", StringComparison.Ordinal)
        || name.EndsWith(".db", StringComparison.Ordinal)
        || name.EndsWith(".db-wal", StringComparison.Ordinal)
        || name.EndsWith(".db-shm", StringComparison.Ordinal)
        || name.EndsWith(".db-journal", StringComparison.Ordinal);
}
