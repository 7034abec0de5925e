using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Docs;

public sealed class ReadmeTests
{
    private const int Longest = 150;
    private static readonly Regex Fence = new("^```[^\n]*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline);
    private static readonly Regex Target = new(@"^dotnet (?:run --project|build|test|publish) +(?<path>[A-Za-z0-9./-]+)");
    private static readonly Regex Verb = new(@"--project sandbox/Host +(?:--no-build +)?-- +(?<verb>[a-z][a-z-]*)");

    [Fact]
    public void Readme_Length_IsAtMost150Lines() =>
        Rule.Holds(TooLong(Tree.Repository), "A reader decides within two minutes; move the rest to docs/:");

    [Fact]
    public void Pages_Commands_Exist() =>
        Rule.Holds(Unknown(Tree.Repository), "These commands name a path or a verb that does not exist:");

    [Fact]
    public void TooLong_Readme151Lines_IsFound() =>
        Rule.Finds(TooLong(Tree.Of(("README.md", string.Concat(Enumerable.Repeat("a\n", 151))))), "151");

    [Fact]
    public void Unknown_MissingProjectAndVerb_AreFound() =>
        Rule.Finds(
            Unknown(Tree.Of(
                ("README.md", "```\ndotnet run --project sandbox/Host -- demo\ndotnet run --project sandbox/Host -- dance\ndotnet test Gone.sln\n.ci/run\n```\n"),
                ("sandbox/Host/Demo.cs", "new Command(\"demo\", \"plays every sample\")"))),
            "dance",
            "Gone.sln",
            ".ci/run");

    private static IEnumerable<string> TooLong(Tree tree)
    {
        var lines = tree.HasFile("README.md") ? tree.Text("README.md").Count(character => character == '\n') : 0;
        return lines > Longest ? [$"README.md: {lines} lines, {Longest} is the limit"] : [];
    }

    private static IEnumerable<string> Unknown(Tree tree) =>
        from page in new[] { "README.md", "CONTRIBUTING.md" }.Where(tree.HasFile)
        from Match block in Fence.Matches(tree.Text(page))
        from line in block.Groups["code"].Value.Split('\n').Select(line => line.Trim().TrimStart('$', ' '))
        where (Target.Match(line) is { Success: true } target && !Exists(tree, target.Groups["path"].Value))
            || (Verb.Match(line) is { Success: true } verb && !IsVerb(tree, verb.Groups["verb"].Value))
            || (line.StartsWith(".ci/", StringComparison.Ordinal) && !tree.HasFile(line.Split(' ')[0]))
        select $"{page}: {line}";

    private static bool Exists(Tree tree, string path) => tree.HasFile(path) || tree.HasFolder(path);

    private static bool IsVerb(Tree tree, string verb) =>
        tree.Under("sandbox/Host", ".cs").Any(path => tree.Text(path).Contains($"\"{verb}\"", StringComparison.Ordinal));
}
