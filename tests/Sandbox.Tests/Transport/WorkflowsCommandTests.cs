using B2BConnector.Host.CommandLine;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.Transport;

/// <summary>The verb workflows, as people type it.</summary>
public sealed class WorkflowsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Workflows_ToANewFolder_WritesAndAsksBeforeItReplaces()
    {
        var output = Path.Combine(_folder.Path, "out");
        Assert.Equal(0, await RunAsync(output));
        var stale = Path.Combine(output, "stale.json");
        File.WriteAllText(stale, "{}");

        Assert.Equal(2, await RunAsync(output));
        Assert.True(File.Exists(stale));
        Assert.Equal(0, await RunAsync(output, "--replace"));
        Assert.False(File.Exists(stale));
        Assert.True(File.Exists(Path.Combine(output, "create-lead", "workflow.json")));
    }

    [Fact]
    public async Task Workflows_FolderOfSomethingElse_IsNeverDeleted()
    {
        var file = Path.Combine(_folder.Path, "letter.txt");
        File.WriteAllText(file, "Dear");

        Assert.Equal(2, await RunAsync(_folder.Path, "--replace"));
        Assert.True(File.Exists(file));
    }

    [Theory]
    [InlineData("")]
    [InlineData("inside")]
    [InlineData("..")]
    public async Task Workflows_FolderOfTheSource_IsRefused(string below)
    {
        var copy = _folder.CopyOfWorkflows();

        Assert.Equal(2, await RunAsync(Path.Combine(copy, below), "--replace", "--workflows", copy));
        Assert.Contains("ApiConnection", File.ReadAllText(Path.Combine(copy, "create-lead", "workflow.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workflows_WithWhatCannotBeMapped_WritesNothing()
    {
        var copy = _folder.CopyOfWorkflows();
        var file = Path.Combine(copy, "create-lead", "workflow.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"path\": \"/prospects/", "\"path\": \"/unknown/", StringComparison.Ordinal));
        var output = Path.Combine(_folder.Path, "out");

        Assert.Equal(1, await RunAsync(output, "--workflows", copy));
        Assert.False(Directory.Exists(output));
    }

    private static Task<int> RunAsync(string output, params string[] more) =>
        SandboxCommand.RunAsync(["workflows", "--transport", "http", "--root", Repository.Root, "--output", output, .. more]);
}
