using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Code;

public sealed class SuppressionTests
{
    private static readonly Regex WithoutReason = new(
        @"(?<!//[^\n]*\n)^#pragma warning disable (?![^\n]*//)[^\n]*|\[(?:assembly: )?SuppressMessage\((?![^\n]*Justification)[^\n]*", RegexOptions.Multiline);

    [Fact]
    public void Suppressions_All_SayWhy() =>
        Rule.Holds(Unexplained(Tree.Repository), "Give the reason on the same line or in the comment above (// … or Justification = …), or mend the cause:");

    [Fact]
    public void Unexplained_BarePragma_IsFound() =>
        Rule.Finds(
            Unexplained(Tree.Of(("a.cs", "#pragma warning " + "disable CA1\n#pragma warning " + "disable CA2 // the platform's name\n// See above.\n#pragma warning " + "disable CA3\n"))),
            "a.cs: #pragma warning disable CA1");

    private static IEnumerable<string> Unexplained(Tree tree) =>
        from path in tree.Under("", ".cs", ".csx").Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
        from Match match in WithoutReason.Matches(tree.Text(path))
        select $"{path}: {match.Value}";
}
