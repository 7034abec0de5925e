using B2BConnector.Runtime.Tests.Support;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Tests;

public sealed class ProjectLoadingTests : IDisposable
{
    private const string Good = """{"A":{"type":"Compose","inputs":1,"runAfter":null}}""";
    private const string Bad = """{"A":{"type":"Teleport"}}""";

    private readonly ProjectFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Load_AsTheHostWithOneBrokenWorkflow_KeepsTheOthers()
    {
        folder.WithActions("good", Good).WithActions("bad", Bad).With("torn/workflow.json", "{");
        var project = Load(ProjectLoading.AsTheHost).Project!;
        Assert.Equal(["good"], project.Workflows.Keys);
        Assert.Equal(["bad RT0003", "torn RT0001"], project.Unhealthy.Select(entry => $"{entry.Key} {entry.Value.Single().Code}").Order());
        Assert.Null(Load(ProjectLoading.AllOrNothing).Project);
    }

    [Fact]
    public void Load_AsTheHostWithABrokenSharedFile_KeepsNone()
    {
        folder.WithActions("good", Good).WithActions("bad", Bad).With("parameters.json", """{"p":{"type":"String"}}""");
        var project = Load(ProjectLoading.AsTheHost).Project!;
        Assert.Empty(project.Workflows);
        Assert.Equal(["bad RT0027 RT0003", "good RT0027"], project.Unhealthy.Select(entry => $"{entry.Key} {string.Join(' ', entry.Value.Select(problem => problem.Code))}").Order());
    }

    [Fact]
    public void CompileScripts_AsTheHost_ReportsWhatTheLoadDidNot()
    {
        folder.WithActions("scripted", """{"A":{"type":"CSharpScriptCode","inputs":{"CodeFile":"a.csx"}}}""").With("scripted/a.csx", "public static int Run(Nothing x) => 1;");
        var loaded = Load(ProjectLoading.AsTheHost);
        Assert.Empty(loaded.Problems);
        Assert.Contains(loaded.Project!.CompileScripts(), problem => problem.Code == "RT0604");
        Assert.Null(Load(ProjectLoading.AllOrNothing).Project);
    }

    [Fact]
    public void Load_NameThatOnlyAzureRefuses_IsAWarning()
    {
        folder.WithActions(new string('w', 33), Good);
        var loaded = Load(ProjectLoading.AllOrNothing);
        Assert.NotNull(loaded.Project);
        Assert.Equal(("RT0090", ProblemSeverity.Warning), (loaded.Problems.Single().Code, loaded.Problems.Single().Severity));
    }

    [Theory]
    [InlineData("""{"p":{"type":"String","defaultValue":"@appsetting('s')"}}""", "from settings")]
    [InlineData("""{"p":{"type":"String","value":"value","defaultValue":"other"}}""", "value")]
    [InlineData("""{"q":{"type":"String","defaultValue":"ours"}}""", "from file")] // inferred: parameters.json goes first
    public async Task Parameters_OfTheDefinition_AreThereWhereTheFileHasNone(string parameters, string expected)
    {
        var name = parameters.StartsWith("{\"q\"", StringComparison.Ordinal) ? "q" : "p";
        folder.WithActions("main", """{"A":{"type":"Response","inputs":{"body":"@parameters('NAME')"},"runAfter":{}}}""".Replace("NAME", name, StringComparison.Ordinal));
        var file = Path.Combine(folder.Path, "main", "workflow.json");
        folder.With("main/workflow.json", (await File.ReadAllTextAsync(file)).Replace("\"outputs\"", $"\"parameters\": {parameters}, \"outputs\"", StringComparison.Ordinal))
            .With("parameters.json", """{"q":{"type":"String","value":"from file"}}""");
        await using var engine = await TestEngine.StartAsync(folder, settings: new Dictionary<string, string> { ["s"] = "from settings" });
        Assert.Equal(expected, (string?)(await engine.CallAsync("main", null)).Body);
    }

    private LoadResult Load(ProjectLoading loading) => WorkflowProject.Load(folder.Path, new Dictionary<string, string>(), loading: loading);
}
