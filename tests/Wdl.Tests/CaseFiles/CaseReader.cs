using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Wdl.Tests.CaseFiles;

/// <summary>
/// Reads case files. What holds until the next one of its kind: "#source", "#context {json}", "#options {json}" (the switches that are not
/// at their defaults) and "#icu 50-71" (the versions of the culture data that the results depend on; "any" when they do not).
/// ">> template" starts a case, the next line is what it gives. "#cannot fail: why" takes the place of error cases. Other lines that start
/// with "#" are remarks.
/// </summary>
public static class CaseReader
{
    private static readonly JsonSerializerSettings Strict = new() { MissingMemberHandling = MissingMemberHandling.Error };

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
        var (source, context, options, icu) = ("", new JObject(), LanguageOptions.Default, IcuRange.Any);
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
            else if (line.StartsWith("#options ", StringComparison.Ordinal))
            {
                options = JsonConvert.DeserializeObject<LanguageOptions>(line["#options ".Length..], Strict)!;
            }
            else if (line.StartsWith("#icu ", StringComparison.Ordinal))
            {
                icu = IcuRange.Parse(line["#icu ".Length..]);
            }
            else if (line.StartsWith(">> ", StringComparison.Ordinal))
            {
                yield return Case(file, i, lines) with { Source = source, Context = context, Options = options, Icu = icu };
                i++;
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                throw new InvalidDataException($"{file}({i + 1}): expected '>> template', '#source', '#context' or an empty line.");
            }
        }
    }

    private static LanguageCase Case(string file, int index, string[] lines)
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
        return new(file, index + 1, lines[index][3..], outcome, outcome == CaseOutcome.Value ? expected : expected[1..].Trim());
    }
}
