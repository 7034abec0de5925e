using System.Text.RegularExpressions;
using B2BConnector.Runtime.Tests.Support;

namespace B2BConnector.Runtime.Tests.Problems;

/// <summary>Every code that language and loader can give, with the name of the factory where it is born, read from their sources.</summary>
internal static partial class Codes
{
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
    [
        .. Sources().SelectMany(file => Factory().Matches(File.ReadAllText(file)))
            .Select(match => (match.Groups["code"].Value, match.Groups["name"].Value))
            .Order(),
    ];

    private static IEnumerable<string> Sources() =>
        new[] { "Wdl", "Runtime" }.SelectMany(project => Directory.GetFiles(Path.Combine(CaseRunner.Root, "sandbox", project), "*Problems.cs", SearchOption.AllDirectories));

    [GeneratedRegex("""public static Problem (?<name>\w+)\((?:(?!public static).)*?"(?<code>(?:RT|WDL)\d{4})"(?=,)""", RegexOptions.Singleline)]
    private static partial Regex Factory();
}
