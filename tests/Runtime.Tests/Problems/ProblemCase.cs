using B2BConnector.Runtime.Tests.Support;

namespace B2BConnector.Runtime.Tests.Problems;

/// <summary>
/// A text in Cases: what the code means, where that is known from, the files of a folder, and what the loader says about them. The file
/// "actions" or "triggers" is that part of main/workflow.json, "flow actions" and "flow references" are parts of a cloud flow; a note in brackets behind a name says what else the file is.
/// </summary>
internal sealed record ProblemCase(string Path, string Meaning, string Source, IReadOnlyList<(string Name, string Note, string Text)> Files, string Expected)
{
    private const string Separator = "--- ";
    private const string Problems = "problems";

    /// <summary>The code, and what follows it when a code has several cases.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Code => Name.Split('-')[0];

    public static string Folder { get; } = System.IO.Path.Combine(CaseRunner.Root, "tests", "Runtime.Tests", "Problems", "Cases");

    public static IReadOnlyList<ProblemCase> All { get; } =
        [.. Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal).Select(Read)];

    public static ProblemCase Named(string name) => All.Single(one => one.Name == name);

    /// <summary>Writes the case with what the loader really says.</summary>
    public void Accept(string actual)
    {
        var text = File.ReadAllText(Path).ReplaceLineEndings("\n");
        File.WriteAllText(Path, text[..(text.LastIndexOf($"{Separator}{Problems}\n", StringComparison.Ordinal) + Separator.Length + Problems.Length + 1)] + actual);
    }

    private static ProblemCase Read(string path)
    {
        var parts = ("\n" + File.ReadAllText(path).ReplaceLineEndings("\n")).Split("\n" + Separator);
        var head = parts[0].Trim('\n').Split('\n');
        var files = parts[1..^1].Select(part =>
        {
            var line = part.Split('\n', 2);
            var bracket = line[0].IndexOf(" (", StringComparison.Ordinal);
            return bracket < 0 ? (line[0], "", line[1]) : (line[0][..bracket], line[0][(bracket + 2)..^1], line[1]);
        });
        return new ProblemCase(path, head[0]["# ".Length..], head[1]["source: ".Length..], [.. files], parts[^1].Split('\n', 2)[1]);
    }
}
