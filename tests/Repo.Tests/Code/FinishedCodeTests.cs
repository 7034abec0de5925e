using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Code;

public sealed class FinishedCodeTests
{
    private static readonly Regex Unfinished = new(@"NotImplemented[E]xception|T[O]DO|F[I]XME|H[A]CK|X[X]X");

    [Fact]
    public void Code_All_IsFinished() =>
        Rule.Holds(Offenders(Tree.Repository), "Finish these lines, or refuse with a coded error what is not supported:");

    [Fact]
    public void Offenders_NoteToSelf_IsFound() =>
        Rule.Finds(Offenders(Tree.Of(("a.cs", "// TO" + "DO later"), ("b.csx", "ok"))), "a.cs:1");

    private static IEnumerable<string> Offenders(Tree tree) =>
        tree.Search(tree.Under("", ".cs", ".razor", ".csx", ".sh", ".json"), Unfinished);
}
