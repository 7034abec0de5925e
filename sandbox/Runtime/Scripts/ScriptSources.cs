using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Scripts;

/// <summary>
/// A script with everything it loads, read once: what is hashed is what is compiled, even if a file changes meanwhile.
/// </summary>
internal sealed partial class ScriptSources
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly List<(string File, (bool, long, DateTime) Stamp)> _stamps = [];

    private ScriptSources(string mainFile) => MainFile = mainFile;

    /// <summary>Full path of the script.</summary>
    public string MainFile { get; }

    /// <summary>Changes when any of the texts or names changes.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The text of a file read before; null when it is not part of the script.</summary>
    public string? Text(string fullPath) => _texts.GetValueOrDefault(fullPath);

    /// <summary>Whether reading would give the same again: no file was written, made or removed since.</summary>
    public bool IsCurrent => _stamps.TrueForAll(read => read.Stamp == StampOf(read.File));

    /// <summary>Null when the script itself cannot be read.</summary>
    public static ScriptSources? Read(string workflowFolder, string codeFile, ICollection<Problem> problems)
    {
        // Both separators on every system: a file that only works on Linux is no file for Azure.
        if (codeFile.Length == 0 || codeFile.AsSpan().IndexOfAny('/', '\\', ':') >= 0 || codeFile is "." or "..")
        {
            problems.Add(ScriptProblems.NotAFileName(codeFile));
            return null;
        }

        var folder = Path.GetFullPath(workflowFolder);
        var sources = new ScriptSources(Path.Combine(folder, codeFile));
        if (!File.Exists(sources.MainFile))
        {
            problems.Add(ScriptProblems.FileMissing(sources.MainFile));
            return null;
        }

        var packages = Path.Combine(folder, "function.proj");
        sources._stamps.Add((packages, StampOf(packages)));
        if (File.Exists(packages))
        {
            problems.Add(UnsupportedProblems.ScriptPackagesNotSupported(packages));
        }

        var shared = Path.Combine(Path.GetDirectoryName(folder) ?? folder, "shared");
        sources.Add(sources.MainFile, [folder, shared], problems);
        sources.Hash = sources.ComputeHash();
        return sources._texts.ContainsKey(sources.MainFile) ? sources : null;
    }

    /// <summary>Where a #load in a file points to. Makers write backslashes.</summary>
    public static string Resolve(string target, string fromFile) =>
        Path.GetFullPath(target.Replace('\\', '/'), Path.GetDirectoryName(fromFile)!);

    private static (bool, long, DateTime) StampOf(string file)
    {
        var found = new FileInfo(file);
        return found.Exists ? (true, found.Length, found.LastWriteTimeUtc) : default;
    }

    private void Add(string file, string[] folders, ICollection<Problem> problems)
    {
        // Before it is read: what is written in between is read again.
        _stamps.Add((file, StampOf(file)));
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Add(ScriptProblems.Unreadable(file, unreadable.Message));
            return;
        }

        _texts[file] = text;
        foreach (Match load in LoadDirective().Matches(text))
        {
            var target = load.Groups[1].Value;
            var line = 1 + text.AsSpan(0, load.Index).Count('\n');
            var path = Resolve(target, file);
            if (!folders.Contains(Path.GetDirectoryName(path), StringComparer.Ordinal))
            {
                problems.Add(ScriptProblems.LoadOutside(target, file, line));
            }
            else if (!File.Exists(path))
            {
                problems.Add(ScriptProblems.LoadMissing(target, file, line));
            }
            else if (!_texts.ContainsKey(path))
            {
                Add(path, folders, problems);
            }
        }
    }

    private string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (file, text) in _texts.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n{text.Length}\n{text}\n"));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    [GeneratedRegex("^[ \\t]*#load[ \\t]+\"([^\"\\r\\n]+)\"", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LoadDirective();
}
