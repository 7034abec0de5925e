using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rules 65, 66 and 77 are about parts that this connector leaves out; who adds one has to keep them.</summary>
public sealed class AbsentPartsRuleTests
{
    [Theory]
    [InlineData("x-ms-agentic-protocol")]
    [InlineData("x-ms-openai-data")]
    [InlineData("x-ms-openai-manifest")]
    public void Rule65To66_PartsForLanguageModels_DoNotExistYet(string extension) =>
        Assert.DoesNotContain(CheckedInContract.Objects(CheckedInContract.Load().Document), place => place.Node.ContainsKey(extension));

    [Fact]
    public void Rule77_Script_DoesNotExistYet()
    {
        Assert.False(File.Exists(Path.Combine(RepositoryFiles.Root, "script.csx")));
        Assert.DoesNotContain("scriptOperations", File.ReadAllText(RepositoryFiles.PropertiesPath), StringComparison.Ordinal);
    }
}
