using B2BConnector.Host.Checking;
using B2BConnector.Host.CommandLine;
using B2BConnector.Sandbox.Tests.Support;

namespace B2BConnector.Sandbox.Tests.CommandLine;

/// <summary>The verb check.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CheckTests() => File.WriteAllText(Path.Combine(_folder.Path, "host.json"), """{"version":"2.0"}""");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, """{"A":{"type":"Compose","inputs":1}}""")]
    [InlineData(0, """{"A":{"type":"Compose","inputs":"@toLowr('A')"}}""")]
    [InlineData(0, """{"A":{"type":"Liquid","inputs":{}}}""")]
    [InlineData(1, """{"A":{"type":"Liquid","inputs":{}}}""", "--sandbox")]
    [InlineData(1, """{"A":{"type":"Teleport","inputs":{}}}""")]
    [InlineData(1, """{"A":{"type":"Teleport","inputs":{}}}""", "--json")]
    public async Task Check_Folder_EndsWithItsCode(int code, string actions, params string[] options)
    {
        Write(actions);

        Assert.Equal(code, await SandboxCommand.RunAsync(["check", _folder.Path, .. options]));
    }

    [Fact]
    public async Task Check_WhatIsNoLogicApp_EndsWithTwo()
    {
        Assert.Equal(2, await SandboxCommand.RunAsync(["check", _folder.Path]));
        Assert.Equal(2, await SandboxCommand.RunAsync(["check", Path.Combine(_folder.Path, "none")]));
        Assert.Equal(2, await SandboxCommand.RunAsync(["check", _folder.Path, "--colour"]));
    }

    [Fact]
    public void Lines_OfAProblem_ReadLikeACompiler()
    {
        Write("""{"A":{"type":"Compose","inputs":"@body('B')"},"C":{"type":"Liquid","inputs":{}}}""");
        var check = FolderCheck.Of(_folder.Path, _folder.Path);

        Assert.Matches(@"^main.workflow\.json\(1,\d+\): error RT0014: .+ Correct the name\.$", CheckOutput.Lines(check, sandbox: false).First());
        Assert.Matches(@"^main.workflow\.json\(1,\d+\): warning RT0501: ", CheckOutput.Lines(check, sandbox: false).Last());
        Assert.Matches(@"^main.workflow\.json\(1,\d+\): error RT0501: ", CheckOutput.Lines(check, sandbox: true).Last());
        Assert.Equal("1 error, 0 warnings, 1 that Azure accepts and the sandbox cannot run", CheckOutput.Summary(check));
    }

    [Fact]
    public void Json_OfProblems_HasTheirParts()
    {
        Write("""{"A":{"type":"Compose","inputs":"@body('B')"},"C":{"type":"Liquid","inputs":{}}}""");
        var json = CheckOutput.Json(FolderCheck.Of(_folder.Path, _folder.Path), sandbox: false);

        Assert.Equal((1, 0, 1), ((int)json["errors"]!, (int)json["warnings"]!, (int)json["unsupported"]!));
        var (first, last) = (json["problems"]![0]!, json["problems"]![1]!);
        Assert.Equal(("RT0014", "error", false, 1), ((string)first["code"]!, (string)first["severity"]!, (bool)first["onlyHere"]!, (int)first["line"]!));
        Assert.Equal((1, 9), ((int)first["span"]!["start"]!, (int)first["span"]!["length"]!));
        Assert.Equal(("RT0501", "warning", true), ((string)last["code"]!, (string)last["severity"]!, (bool)last["onlyHere"]!));
        Assert.All([first, last], problem => Assert.True(problem["message"] is not null && problem["remedy"] is not null && problem["path"] is not null && problem["file"] is not null));
    }

    [Fact]
    [Trait("Tier", "Long")]
    public void Check_OurWorkflows_FindsNothing() =>
        Assert.Empty(FolderCheck.Of(Path.Combine(Repo.Tests.Tree.Repository.Root, "workflows"), _folder.Path).Problems);

    private void Write(string actions)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "main"));
        File.WriteAllText(
            Path.Combine(_folder.Path, "main", "workflow.json"),
            """{"definition":{"$schema":"https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#","contentVersion":"1.0.0.0","triggers":{"manual":{"type":"Request","kind":"Http","inputs":{}}},"actions":ACTIONS,"outputs":{}},"kind":"Stateful"}"""
                .Replace("ACTIONS", actions, StringComparison.Ordinal));
    }
}
