using B2BConnector.Runtime.Definitions.Platform;
using B2BConnector.Runtime.Tests.Support;
using B2BConnector.Wdl.Functions;

namespace B2BConnector.Runtime.Tests.Coverage;

public sealed class CoveragePageTests
{
    [Fact]
    public void CoveragePage_Text_IsWhatTheCodeSays()
    {
        var path = Path.Combine(CaseRunner.Root, "docs", "coverage.md");
        var page = CoveragePage.Text();
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(path, page);
        }

        Assert.True(File.Exists(path) && File.ReadAllText(path) == page, "docs/coverage.md is not what the code says. Run: ACCEPT=1 dotnet test tests/Runtime.Tests --filter CoveragePage");
    }

    [Fact]
    public void Catalogue_OfFunctions_IsTheDesigners() => Assert.Equal(133, FunctionCatalogue.Designer.Count);

    [Fact]
    public void Probes_OfWhatIsRefusedAndWhatIsNot_TellThemApart()
    {
        Assert.True(Probes.Kind("Stateful"));
        Assert.False(Probes.Kind("Agent"));
        Assert.True(Probes.Setting("secureData"));
        Assert.False(Probes.Setting("staticResult"));
        Assert.True(Probes.Authentication("Basic"));
        Assert.False(Probes.Authentication("ClientCertificate"));
        Assert.True(Probes.Connections("managedApiConnections"));
        Assert.NotEmpty(PlatformCatalogue.ActionTypes);
    }
}
