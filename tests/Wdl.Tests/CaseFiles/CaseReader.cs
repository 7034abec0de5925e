using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests.CaseFiles;

/// <summary>
/// Reads case files: "#source" and "#context {json}" hold until the next one, ">> template" starts a case, the next line is what it gives.
/// Other lines that start with "#" are remarks.
/// </summary>
public static class CaseReader
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Cases");

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.wdl.txt").Order(StringComparer.Ordinal);

    public static IEnumerable<LanguageCase> ReadAll() => Files.SelectMany(f => Read(Path.GetFileName(f), File.ReadAllLines(f)));

    public static JToken ParseJson(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }

    private static IEnumerable<LanguageCase> Read(string file, string[] lines)
    {
        var (source, context) = ("", new JObject());
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (line.StartsWith("#source ", StringComparison.Ordinal))
            {
                source = line["#source ".Length..];
            }
            else if (line.StartsWith("#context ", StringComparison.Ordinal))
            {
                context = (JObject)ParseJson(line["#context ".Length..]);
            }
            else if (line.StartsWith(">> ", StringComparison.Ordinal))
            {
                yield return Case(file, i, source, context, lines);
                i++;
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                throw new InvalidDataException($"{file}({i + 1}): expected '>> template', '#source', '#context' or an empty line.");
            }
        }
    }

    private static LanguageCase Case(string file, int index, string source, JObject context, string[] lines)
    {
        if (index + 1 >= lines.Length || lines[index + 1].Length == 0)
        {
            throw new InvalidDataException($"{file}({index + 1}): the case has no expected line.");
        }
        var expected = lines[index + 1];
        var outcome = expected[0] switch
        {
            '!' => CaseOutcome.RunError,
            '?' => CaseOutcome.LoadError,
            _ => CaseOutcome.Value,
        };
        return new(file, index + 1, source, lines[index][3..], context, outcome, outcome == CaseOutcome.Value ? expected : expected[1..].Trim());
    }
}
