using System.Text.Unicode;

namespace B2BConnector.Repo.Tests.Files;

public sealed class TextFileTests
{
    private static readonly string[] Binary = [".png", ".ico", ".dll", ".zip"];

    [Fact]
    public void TextFiles_All_EndLinesWithLf() =>
        Rule.Holds(CarriageReturns(Tree.Repository), "Save these files with LF line endings (git config core.autocrlf must not be true):");

    [Fact]
    public void TextFiles_All_AreUtf8() =>
        Rule.Holds(
            TextFiles(Tree.Repository).Where(path => !Utf8.IsValid(File.ReadAllBytes(Path.Combine(Tree.Repository.Root, path)))),
            "Save these files as UTF-8:");

    [Fact]
    public void CarriageReturns_WindowsFile_IsFound() =>
        Rule.Finds(CarriageReturns(Tree.Of(("a.md", "one\r\ntwo\r\n"), ("b.md", "one\ntwo\n"), ("c.png", "\r\n"))), "a.md");

    private static IEnumerable<string> TextFiles(Tree tree) => tree.Paths.Where(path => !Binary.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<string> CarriageReturns(Tree tree) => TextFiles(tree).Where(path => tree.Text(path).Contains('\r'));
}
