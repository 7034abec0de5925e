using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Code;

/// <summary>The expression language computes; whoever evaluates hands it everything it may know.</summary>
public sealed class LanguagePurityTests
{
    private static readonly Regex Outside = new(@"\b(File|Directory|Process|Environment|Console)\.[A-Z]|\bnew (HttpClient|FileStream|Socket)\b|SqliteConnection");

    [Fact]
    public void Wdl_Code_TouchesNothingOutside() =>
        Rule.Holds(Touching(Tree.Repository), "Pass in through IEvaluationContext what these lines fetch:");

    [Fact]
    public void Touching_EnvironmentVariable_IsFound() =>
        Rule.Finds(
            Touching(Tree.Of(("sandbox/Wdl/A.cs", "var x = Environment.GetEnvironmentVariable(\"X\");\nusing var r = new StringReader(x);"), ("sandbox/Runtime/B.cs", "File.ReadAllText(p)"))),
            "sandbox/Wdl/A.cs:1");

    private static IEnumerable<string> Touching(Tree tree) => tree.Search(tree.Under("sandbox/Wdl", ".cs"), Outside);
}
