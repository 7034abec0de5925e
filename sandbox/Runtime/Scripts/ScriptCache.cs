using System.Security.Cryptography;
using System.Text;

namespace B2BConnector.Runtime.Scripts;

/// <summary>
/// Compiled scripts in files of the user, because loading and warming the compiler takes seconds of every process that runs a script: only who
/// meets a script first compiles it. Whatever goes into the assembly is in a file's name, so that nothing in it can be out of date; a file that
/// was cut off or changed is none. Safe for parallel use, also by several processes.
/// </summary>
/// <param name="folder">Null: nothing is kept.</param>
internal sealed class ScriptCache(string? folder)
{
    private const int HashLength = 32;
    private const int Newest = 500;
    private static readonly TimeSpan Age = TimeSpan.FromDays(30);
    private static readonly UnixFileMode Others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>The user's own; nothing is kept for a user without a home.</summary>
    public static ScriptCache OfUser { get; } = new(UserFolder());

    public ScriptImage? Find(ScriptSources sources)
    {
        try
        {
            return folder is not null && IsOurs(folder) && FileOf(sources) is var file && File.Exists(file) ? Read(File.ReadAllBytes(file)) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // It is compiled instead, which says all that is to be said.
            return null;
        }
    }

    public void Keep(ScriptSources sources, ScriptImage image)
    {
        if (folder is null)
        {
            return;
        }

        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            if (!IsOurs(folder))
            {
                return;
            }

            RemoveOld(folder);
            // Renamed, so that nobody finds half of it.
            var part = Path.Combine(folder, Path.GetRandomFileName());
            File.WriteAllBytes(part, Write(image));
            File.Move(part, FileOf(sources), overwrite: true);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // A full disk or a home that is read-only: the next process compiles again.
        }
    }

    /// <summary>What is in it runs: a folder that others may write to is not used.</summary>
    private static bool IsOurs(string folder) => OperatingSystem.IsWindows() || !Directory.Exists(folder) || (File.GetUnixFileMode(folder) & Others) == 0;

    private static string? UserFolder() =>
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } own
            ? Path.Combine(own, "B2BConnector", "scripts")
            : null;

    private static void RemoveOld(string folder)
    {
        var oldest = TimeProvider.System.GetUtcNow() - Age;
        var files = new DirectoryInfo(folder).EnumerateFiles().OrderByDescending(file => file.LastWriteTimeUtc).ToList();
        foreach (var file in files.Where((file, index) => index >= Newest || file.LastWriteTimeUtc < oldest))
        {
            file.Delete();
        }
    }

    private static byte[] Write(ScriptImage image)
    {
        using var content = new MemoryStream();
        content.Write(new byte[HashLength]);
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(image.Type);
            writer.Write(image.Method);
            writer.Write(image.Assembly.Length);
            writer.Write(image.Assembly);
            writer.Write(image.Symbols.Length);
            writer.Write(image.Symbols);
        }

        var bytes = content.ToArray();
        SHA256.HashData(bytes.AsSpan(HashLength), bytes);
        return bytes;
    }

    private static ScriptImage? Read(byte[] bytes)
    {
        if (bytes.Length < HashLength || !SHA256.HashData(bytes.AsSpan(HashLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, HashLength)))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, HashLength, bytes.Length - HashLength), Encoding.UTF8);
        var (type, method) = (reader.ReadString(), reader.ReadString());
        return new ScriptImage(reader.ReadBytes(reader.ReadInt32()), reader.ReadBytes(reader.ReadInt32()), type, method);
    }

    private string FileOf(ScriptSources sources) =>
        Path.Combine(folder!, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{sources.Hash}\n{ScriptSurroundings.Fingerprint}"))));
}
