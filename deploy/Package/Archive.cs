using System.IO.Compression;

namespace B2BConnector.Package;

/// <summary>Zip files that depend on nothing but their content: entries in order, no time, no rights of the machine.</summary>
internal static class Archive
{
    /// <summary>The first moment that a zip file can name.</summary>
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(SolutionFolder folder)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in folder.Files)
            {
                var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                entry.ExternalAttributes = 0;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return buffer.ToArray();
    }

    /// <exception cref="InvalidDataException">It is no zip file.</exception>
    public static SolutionFolder Read(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive), ZipArchiveMode.Read);
        var folder = new SolutionFolder();
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(content);
            folder[entry.FullName] = content.ToArray();
        }

        return folder;
    }
}
