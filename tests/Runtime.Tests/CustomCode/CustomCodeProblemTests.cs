using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Tests.CustomCode;

public sealed class CustomCodeProblemTests : IDisposable
{
    private readonly FunctionProject _project = new();

    public void Dispose() => _project.Dispose();

    [Fact]
    public void Load_NoFunctions_WarnsWithZeroFunctionsFound()
    {
        Assert.Empty(_project.Load().Names);

        var problem = Assert.Single(_project.Problems);
        Assert.Equal(("RT0621", ProblemSeverity.Warning), (problem.Code, problem.Severity));
        Assert.Contains("0 functions found", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_SeveralFaults_ReportsAll()
    {
        _project.Assembly("public class A { public void Run(string x) { } public void Run(int x) { } } public class B { public B(int x) { } public void Run() { } }")
            .Metadata("Broken", "{")
            .Metadata("Empty", "{}")
            .Function("Framework", "A.Run", language: "net472")
            .Function("NoAssembly", "A.Run", assembly: "Missing.dll")
            .Function("TwoMethods", "A.Run")
            .Function("NoMethod", "A.Walk")
            .Function("NoConstructor", "B.Run")
            .Function("NotAnAssembly", "A.Run", assembly: "Text.dll");
        File.WriteAllText(Path.Combine(_project.Library, "net8", "Text.dll"), "no assembly");

        Assert.Empty(_project.Load().Names);

        Assert.Equal(
            ["RT0511", "RT0622", "RT0623", "RT0625", "RT0626", "RT0627", "RT0627", "RT0628"],
            _project.Problems.Select(p => p.Code).Order(StringComparer.Ordinal));
        Assert.All(_project.Problems, p => Assert.NotNull(p.Remedy));
    }
}
