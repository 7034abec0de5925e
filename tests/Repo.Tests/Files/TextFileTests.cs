namespace B2BConnector.Repo.Tests.Files;

public sealed class TextFileTests
{
    private static readonly string[] Binary = [".png", ".ico", ".dll", ".zip"];

    [Fact]
    public void TextFiles_All_EndLinesWithLf() =>
        Rule.Holds(CarriageReturns(Tree.Repository), "Save these files with LF line endings (git config core.autocrlf must not be true):");

    [Fact]
    public void TextFiles_All_AreUtf8() =>
        Rule.Holds(NotUtf8(Tree.Repository), "Save these files as UTF-8:");

    [Fact]
    public void CarriageReturns_WindowsFile_IsFound() =>
        Rule.Finds(CarriageReturns(Tree.Of(("a.md", "one\r\ntwo\r\n"), ("b.md", "one\ntwo\n"), ("c.png", "\r\n"))), "a.md");

    [Fact]
    public void NotUtf8_ReplacementCharacter_IsFound() => Rule.Finds(NotUtf8(Tree.Of(("a.md", "caf\ufffd"))), "a.md");

    private static IEnumerable<string> TextFiles(Tree tree) => tree.Paths.Where(path => !Binary.Contains(Path.GetExtension(path)));

    private static IEnumerable<string> CarriageReturns(Tree tree) => TextFiles(tree).Where(path => tree.Text(path).Contains('\r'));

    private static IEnumerable<string> NotUtf8(Tree tree) => TextFiles(tree).Where(path => tree.Text(path).Contains('\ufffd'));
}
