using System.Text;
using System.Text.RegularExpressions;

namespace B2BConnector.Runtime.Tests.Problems;

/// <summary>docs/problems.md: every code with its meaning, an example, and what the loader says about it.</summary>
internal static partial class ProblemPage
{
    private static readonly (string From, string To, string Title, string Text)[] Chapters =
    [
        ("RT0001", "RT0069", "Files, definitions and references", "Errors: Azure refuses these, or the host does when it loads."),
        ("RT0070", "RT0499", "Whole workflows and folders", "Errors, and warnings for what Azure accepts and what then fails or surprises."),
        ("RT0501", "RT0599", "What only the sandbox does not support", "Azure accepts these. The loader calls them errors, because they cannot run here; `check` calls them warnings. [What is supported](coverage.md)."),
        ("RT0601", "RT0619", "Inline C#", "Places are in the script."),
        ("RT0621", "RT0639", "Custom functions", "Places are in function.json."),
        ("RT0701", "RT0719", "Maps", "Places are in the map."),
        ("WDL0000", "WDL9999", "Expressions", "Unknown functions and wrong numbers of arguments are warnings, because the platform accepts them when a workflow is saved."),
    ];

    public static string Text()
    {
        var page = new StringBuilder("""
            # Problems

            Written by a test from the code and the cases in [`tests/Runtime.Tests/Problems/Cases`](../tests/Runtime.Tests/Problems/Cases). Every
            problem that the loader and the verb [`check`](how-to/check-a-logic-app.md) can report, with a small example and what is said about it.
            The example is a part of a `workflow.json`, or a file whose name stands above it.


            """);
        foreach (var (from, to, title, text) in Chapters)
        {
            page.Append($"## {title}\n\n{text}\n\n");
            foreach (var code in Codes.All.Where(code => string.CompareOrdinal(code.Code, from) >= 0 && string.CompareOrdinal(code.Code, to) <= 0))
            {
                page.Append($"### {code.Code}\n\n");
                if (ProblemCase.All.FirstOrDefault(one => one.Code == code.Code) is { } one)
                {
                    Append(page, code.Name, one);
                }
                else
                {
                    page.Append($"*{Words(code.Name)}.* No folder produces it: it is reported while a workflow runs.\n\n");
                }
            }
        }

        return page.ToString().TrimEnd('\n') + "\n";
    }

    private static void Append(StringBuilder page, string name, ProblemCase one)
    {
        page.Append($"*{Words(name)}.* {one.Meaning}\n\n");
        foreach (var (file, note, text) in one.Files)
        {
            if (file.StartsWith("flow ", StringComparison.Ordinal))
            {
                page.Append($"In a cloud flow, {file["flow ".Length..]}:\n\n");
            }
            else if (file is not ("actions" or "triggers"))
            {
                page.Append($"`{(file.Length == 0 ? "." : file)}`{(note.Length > 0 ? $" ({note})" : "")}\n\n");
            }

            if (text.Trim('\n').Length > 0)
            {
                page.Append($"```{Language(file)}\n{text.TrimEnd('\n')}\n```\n\n");
            }
        }

        page.Append($"```text\n{string.Join('\n', one.Expected.Split('\n').Where(line => line.Contains($" {one.Code}: ", StringComparison.Ordinal)))}\n```\n\n");
    }

    private static string Language(string file) => Path.GetExtension(file) switch
    {
        ".csx" => "csharp",
        ".proj" or ".xslt" => "xml",
        ".dll" => "text",
        _ => "json",
    };

    private static string Words(string name) => name[0] + Upper().Replace(name[1..], match => " " + match.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]")]
    private static partial Regex Upper();
}
