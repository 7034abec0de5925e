using System.Text.RegularExpressions;

namespace B2BConnector.Repo.Tests.Files;

public sealed class RootEntryTests
{
    private static readonly Regex Allowed = new(
        @"^(B2BConnector\.sln|README\.md|apiDefinition\.swagger\.json|apiDefinition\.mcp\.swagger\.json|apiProperties\.json|settings\.json|icon\.png"
        + @"|connector|workflows|customcode|sandbox|solution|deploy|samples|docs|tests"
        + @"|Directory\.(Build|Packages|Solution)\.(props|targets)|global\.json|BannedSymbols\.txt|LICENSE|SECURITY\.md|CONTRIBUTING\.md|CHANGELOG\.md"
        + @"|\.(editorconfig|gitignore|gitattributes|ci|config|github|vscode|devcontainer|dockerignore))$");

    [Fact]
    public void Root_Entries_AreThePlannedOnes() =>
        Rule.Holds(Unplanned(Tree.Repository), "The root holds the parts of the product and build files; move these into one of them:");

    [Fact]
    public void Unplanned_StrayFile_IsFoundOnce() =>
        Rule.Finds(Unplanned(Tree.Of(("notes/a.md", ""), ("notes/b.md", ""), ("docs/a.md", ""), ("plan.txt", ""))), "notes", "plan.txt");

    private static IEnumerable<string> Unplanned(Tree tree) =>
        tree.Paths.Select(path => path.Split('/')[0]).Distinct().Where(entry => !Allowed.IsMatch(entry));
}
