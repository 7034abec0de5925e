using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Files;

public sealed class MachineTraceTests
{
    // A job title is data.
    private static readonly Regex Trace = new(@"/(work|farm)/|/tmp/bash[_]jobs|\.\./shared|\b(?<!""jobtitle\\?""\s*:\s*\\?"")(C[E]O|sub[a]gent|steering[ ]repo)\b|/(root|home/[a-z]+)/|[A-Z]:\\Users\\");

    [Fact]
    public void Tree_Text_NamesNoMachineAndNoOrganisation() =>
        Rule.Holds(Traces(Tree.Repository), "The tree must mean the same on every machine and to every reader; reword these lines:");

    [Fact]
    public void Traces_HomeFolder_IsFound() =>
        Rule.Finds(Traces(Tree.Of(("a.md", "fine\nsee /ho" + "me/kim/notes.txt"), ("b.md", "path /prospects/work"), ("c.cs", "{\"jobtitle\":\"C" + "EO\"}"), ("d.md", "ask the C" + "EO"))), "a.md:2", "d.md:1");

    private static IEnumerable<string> Traces(Tree tree) =>
        tree.Search(tree.Paths.Where(path => Path.GetExtension(path).ToLowerInvariant() is not ".png" and not ".ico"), Trace);
}
