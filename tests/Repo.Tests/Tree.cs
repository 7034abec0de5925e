using System.Diagnostics;

namespace B2BConnector.Repo.Tests;

/// <summary>The files of a repository: the real one as git sees it, or a handful in memory to test a rule on. Paths are relative, with forward slashes.</summary>
public sealed class Tree
{
    private static readonly Lazy<Tree> Loaded = new(Load);
    private readonly SortedDictionary<string, Func<string>> files = new(StringComparer.Ordinal);

    private Tree(string root) => Root = root;

    /// <summary>This repository: tracked files and new ones that git does not ignore.</summary>
    public static Tree Repository => Loaded.Value;

    /// <summary>Absolute folder of the repository; empty for a tree in memory.</summary>
    public string Root { get; }

    public IEnumerable<string> Paths => files.Keys;

    public static Tree Of(params (string Path, string Text)[] files)
    {
        var tree = new Tree("");
        foreach (var (path, text) in files)
        {
            tree.files.Add(path, () => text);
        }

        return tree;
    }

    /// <summary>Files below a folder ("" = all) with one of the extensions (none = all).</summary>
    public IEnumerable<string> Under(string folder, params string[] extensions) =>
        files.Keys.Where(path => (folder.Length == 0 || path.StartsWith(folder + "/", StringComparison.Ordinal))
            && (extensions.Length == 0 || extensions.Contains(Path.GetExtension(path))));

    public string Text(string path) => files[path]();

    public bool HasFile(string path) => files.ContainsKey(path);

    public bool HasFolder(string path) => path.Length == 0 || files.Keys.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal));

    /// <summary>The path that a relative one means in a file; "" is the root.</summary>
    public static string Resolve(string file, string relative)
    {
        var parts = new Stack<string>(file.Split('/')[..^1]);
        foreach (var part in relative.Replace('\\', '/').Split('/').Where(part => part is not "" and not "."))
        {
            if (part != "..")
            {
                parts.Push(part);
            }
            else if (!parts.TryPop(out _))
            {
                return relative;
            }
        }

        return string.Join('/', parts.Reverse());
    }

    private static Tree Load()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "B2BConnector.sln")))
        {
            root = Path.GetDirectoryName(root) ?? throw new InvalidOperationException($"No B2BConnector.sln above {AppContext.BaseDirectory}.");
        }

        var tree = new Tree(root);
        foreach (var path in Git(root, "ls-files -z --cached --others --exclude-standard").Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var file = Path.Combine(root, path);
            if (File.Exists(file))
            {
                tree.files.TryAdd(path, () => File.ReadAllText(file));
            }
        }

        return tree;
    }

    private static string Git(string folder, string arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("git did not start.");
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? output : throw new InvalidOperationException($"git {arguments} ended with {git.ExitCode} in {folder}.");
    }
}
