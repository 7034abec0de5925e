namespace B2BConnector.Repo.Tests.Files;

public sealed class FileSizeTests
{
    private const int Hardest = 400;
    private const int Median = 60;

    [Fact]
    public void CSharpFiles_All_HaveAtMost400Lines() =>
        Rule.Holds(TooLong(Tree.Repository), $"Split these files; {Hardest} lines is the limit:");

    [Fact]
    public void CSharpFiles_Median_IsAtMost60Lines()
    {
        var median = MedianOf(Tree.Repository);
        Assert.True(median <= Median, $"The median C# file has {median} lines, {Median} is the ceiling: split by feature, one type per file.");
    }

    [Fact]
    public void TooLong_FileOf401Lines_IsFound() =>
        Rule.Finds(TooLong(Tree.Of(("a/Long.cs", Lines(401)), ("a/Fine.cs", Lines(400)))), "a/Long.cs: 401");

    [Fact]
    public void MedianOf_ThreeFiles_IsTheMiddleOne() =>
        Assert.Equal(7, MedianOf(Tree.Of(("a.cs", Lines(3)), ("b.cs", Lines(7)), ("c.cs", Lines(300)))));

    private static string Lines(int count) => string.Concat(Enumerable.Repeat("\n", count));

    private static IEnumerable<string> TooLong(Tree tree) =>
        Sizes(tree).Where(file => file.Lines > Hardest).Select(file => $"{file.Path}: {file.Lines}");

    private static int MedianOf(Tree tree)
    {
        var lines = Sizes(tree).Select(file => file.Lines).Order().ToList();
        return lines[lines.Count / 2];
    }

    private static IEnumerable<(string Path, int Lines)> Sizes(Tree tree) =>
        tree.Under("", ".cs", ".razor")
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal) && !path.EndsWith(".g.cs", StringComparison.Ordinal))
            .Select(path => (path, tree.Text(path).Count(character => character == '\n')));
}
