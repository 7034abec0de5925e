using System.Text;

namespace B2BConnector.Host.Transport;

/// <summary>The files of a Logic App Standard project, by path below its folder with forward slashes.</summary>
internal sealed class LogicAppFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public IEnumerable<string> Paths => _files.Keys;

    /// <exception cref="SandboxFailure">It is no Logic App project.</exception>
    public static LogicAppFiles Read(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "host.json")))
        {
            throw new SandboxFailure($"{folder} is no Logic App project: it has no host.json. Name one with --workflows.");
        }

        var files = new LogicAppFiles();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            files._files[Path.GetRelativePath(folder, file).Replace('\\', '/')] = File.ReadAllBytes(file);
        }

        return files;
    }

    public bool Has(string path) => _files.ContainsKey(path);

    public string Text(string path) => Utf8.GetString(_files[path]);

    /// <summary>The same files, some with another text.</summary>
    public LogicAppFiles With(IReadOnlyDictionary<string, string> changed)
    {
        var files = new LogicAppFiles();
        foreach (var (path, content) in _files)
        {
            files._files[path] = content;
        }

        foreach (var (path, text) in changed)
        {
            files._files[path] = Utf8.GetBytes(text);
        }

        return files;
    }

    /// <summary>Writes a new folder; one that holds something is taken only when it is to be replaced and is a Logic App project.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="source">Where from; the two must not lie in each other.</param>
    /// <param name="replace">What is there is deleted first.</param>
    /// <exception cref="SandboxFailure">The folder may not be written.</exception>
    public void Write(string folder, string source, bool replace)
    {
        if (Lies(folder, source) || Lies(source, folder))
        {
            throw new SandboxFailure($"{folder} and {source} lie in each other. Write to another folder: --output.");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            if (!replace)
            {
                throw new SandboxFailure($"{folder} is not empty. Write to another folder with --output, or say --replace.");
            }

            if (!File.Exists(Path.Combine(folder, "host.json")))
            {
                throw new SandboxFailure($"{folder} holds something else than a Logic App project, so it is not deleted. Write to another folder: --output.");
            }

            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, content) in _files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
        }
    }

    private static bool Lies(string inner, string outer) =>
        Path.GetRelativePath(outer, inner) is var way && way != ".." && !way.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !Path.IsPathRooted(way);
}
