using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Code;

public sealed class TestNameTests
{
    private static readonly Regex Test = new(@"\[(?:Fact|Theory|Property)\b[^\n]*\n(?:\s*\[[^\n]*\n|\s*//[^\n]*\n|\s*""""""[^;]*?\)\]\n)*\s*public (?:static )?(?:async )?[\w<>]+ (?<name>\w+)\(");

    /// <summary>Three parts; two where the subject needs no condition ("Seed_HasTwoLegalEntities").</summary>
    private static readonly Regex Shape = new("^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)+$");

    [Fact]
    public void TestNames_All_ReadSubjectConditionOutcome() =>
        Rule.Holds(Misnamed(Tree.Repository), "Name tests Subject_Condition_Outcome:");

    [Fact]
    public void Misnamed_TestWithoutOutcome_IsFound() =>
        Rule.Finds(
            Misnamed(Tree.Of(("tests/a.cs", "[Fact" + "]\n    public void ItWorks() { }\n[Theory" + "]\n[InlineData(1)]\n    public async Task Lead_Twice_IsOne(int x) { }"))),
            "ItWorks");

    private static IEnumerable<string> Misnamed(Tree tree) =>
        from path in tree.Under("tests", ".cs")
        from Match match in Test.Matches(tree.Text(path))
        let name = match.Groups["name"].Value
        where !Shape.IsMatch(name)
        select $"{path}: {name}";
}
