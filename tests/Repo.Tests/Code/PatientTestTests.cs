using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Code;

public sealed class PatientTestTests
{
    private static readonly Regex Sleep = new(@"Thread\.Sleep|Task\.Delay\(");
    private static readonly Regex Skipped = new(@"Skip *= *""");

    [Fact]
    public void Tests_All_WaitForEventsNotForTime() =>
        Rule.Holds(Sleeping(Tree.Repository), "Wait for the event or the completion itself, or move the test clock:");

    [Fact]
    public void Tests_All_Run() =>
        Rule.Holds(SkippedOnes(Tree.Repository), "Mend or delete these tests; a skipped test proves nothing:");

    [Fact]
    public void Sleeping_Delay_IsFoundInTestsOnly() =>
        Rule.Finds(Sleeping(Tree.Of(("tests/A.Tests/a.cs", "await Task" + ".Delay(1);"), ("sandbox/b.cs", "Task" + ".Delay(x, time)"))), "tests/A.Tests/a.cs:1");

    [Fact]
    public void SkippedOnes_SkipReason_IsFound() =>
        Rule.Finds(SkippedOnes(Tree.Of(("tests/a.cs", "[Fact(Skip " + "= \"later\")]"))), "tests/a.cs:1");

    private static IEnumerable<string> Sleeping(Tree tree) => tree.Search(tree.Under("tests", ".cs"), Sleep);

    private static IEnumerable<string> SkippedOnes(Tree tree) => tree.Search(tree.Under("tests", ".cs"), Skipped);
}
