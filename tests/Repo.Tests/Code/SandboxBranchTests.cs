using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Code;

public sealed class SandboxBranchTests
{
    private static readonly Regex Word = new("sandbox|emulator|localhost", RegexOptions.IgnoreCase);

    /// <summary>Settings are the one place where an address of the local machine may stand.</summary>
    private static readonly string[] Settings = ["workflows/local.settings.json", "workflows/parameters.json"];

    [Fact]
    public void ConnectorAndWorkflows_Text_KnowsNoSandbox() =>
        Rule.Holds(Branches(Tree.Repository), "What runs in production must not know the sandbox; make it a setting:");

    [Fact]
    public void Branches_ConditionOnSandbox_IsFound() =>
        Rule.Finds(
            Branches(Tree.Of(
                ("connector/A.cs", "if (IsSandbox) return;"),
                ("workflows/create-lead/workflow.json", "\"http://localhost:1\""),
                ("workflows/local.settings.json", "http://localhost:5084"),
                ("sandbox/Host/Program.cs", "// the sandbox"))),
            "connector/A.cs:1",
            "workflows/create-lead/workflow.json:1");

    private static IEnumerable<string> Branches(Tree tree) =>
        tree.Search(tree.Under("connector", ".cs").Concat(tree.Under("workflows").Except(Settings)), Word);
}
