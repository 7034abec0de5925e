using B2BConnector.Runtime.Tests.Support;

namespace B2BConnector.Runtime.Tests.Problems;

public sealed class ProblemPageTests
{
    [Fact]
    public void ProblemPage_Text_IsWhatTheCodeSays()
    {
        var path = Path.Combine(CaseRunner.Root, "docs", "problems.md");
        var page = ProblemPage.Text();
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == page, "docs/problems.md is not what the code says. Run: ACCEPT=1 dotnet test tests/Runtime.Tests --filter ProblemPage");
    }
}
