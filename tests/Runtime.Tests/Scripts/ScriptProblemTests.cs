using B2BConnector.Runtime.Scripts;

namespace B2BConnector.Runtime.Tests.Scripts;

public sealed class ScriptProblemTests : IDisposable
{
    private const string Usings = "using Microsoft.Azure.Workflows.Scripting;\n";
    private readonly ScriptFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Check_SeveralErrors_ReportsAllWithTheirPlace()
    {
        _folder.Write("a.csx", Usings + "public static int Run(WorkflowContext c)\n{\n    int x = \"no\";\n    return missing;\n}");

        var problems = _folder.Scripts.Check(_folder.Workflow, "a.csx");

        Assert.Equal([("RT0604", 4, 13), ("RT0604", 5, 12)], problems.Select(p => (p.Code, p.Line ?? 0, p.Column ?? 0)));
        Assert.All(problems, p => Assert.Equal(Path.Combine(_folder.Workflow, "a.csx"), p.File));
        Assert.Contains("CS0029", problems[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ErrorInLoadedFile_NamesThatFile()
    {
        _folder.Write("b.csx", "static int Value() => nothing;").Write("a.csx", "#load \"b.csx\"\npublic static int Run() => Value();");

        var problem = Assert.Single(_folder.Scripts.Check(_folder.Workflow, "a.csx"));

        Assert.Equal((Path.Combine(_folder.Workflow, "b.csx"), 1), (problem.File, problem.Line));
    }

    [Theory]
    [InlineData("public static int Go() => 1;", "RT0608", "no method Run")]
    [InlineData("public static int Run() => 1;\npublic static int Run(WorkflowContext c) => 1;", "RT0609", "several methods")]
    [InlineData("public int Run() => 1;", "RT0610", "not static")]
    [InlineData("public static async void Run() { await Task.Yield(); }", "RT0610", "async void")]
    [InlineData("public static int Run(string text) => 1;", "RT0610", "'string'")]
    [InlineData("public static int Run(WorkflowContext a, WorkflowContext b) => 1;", "RT0610", "same type")]
    [InlineData("#r \"Contoso.Unknown\"\npublic static int Run() => 1;", "RT0605", "Contoso.Unknown")]
    [InlineData("#load \"../../secret.csx\"\npublic static int Run() => 1;", "RT0606", "outside")]
    [InlineData("#load \"missing.csx\"\npublic static int Run() => 1;", "RT0607", "does not exist")]
    public void Check_UnusableScript_SaysWhy(string text, string code, string words)
    {
        _folder.Write("a.csx", text.StartsWith('#') ? text : Usings + text);

        var problem = _folder.Scripts.Check(_folder.Workflow, "a.csx")[0];

        Assert.Equal(code, problem.Code);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.NotNull(problem.Remedy);
    }

    [Theory]
    [InlineData("missing.csx", "RT0602")]
    [InlineData("../a.csx", "RT0601")]
    [InlineData("sub\\a.csx", "RT0601")]
    [InlineData("", "RT0601")]
    public void Check_NoSuchFile_SaysWhatIsExpected(string file, string code) =>
        Assert.Equal(code, Assert.Single(_folder.Scripts.Check(_folder.Workflow, file)).Code);

    [Fact]
    public void Check_NuGetPackages_AreRefusedInWords()
    {
        _folder.Write("function.proj", "<Project/>").Write("a.csx", "public static int Run() => 1;");

        Assert.Equal("RT0510", Assert.Single(_folder.Scripts.Check(_folder.Workflow, "a.csx")).Code);
    }

    [Fact]
    public async Task Run_DoesNotCompile_FailsWithTheFirstError()
    {
        _folder.Write("a.csx", "public static int Run() => nothing;");

        Assert.Contains("failed with the error 'CS0103", (await _folder.RunAsync()).Error, StringComparison.Ordinal);
    }
}
