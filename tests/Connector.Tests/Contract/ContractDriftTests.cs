using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

public sealed class ContractDriftTests
{
    /// <summary>With the environment variable ACCEPT=1 the file is written instead of compared; look at the difference before committing it.</summary>
    [Fact]
    public void CheckedInContract_ComparedWithGenerated_IsTheSame_Rule7()
    {
        var generated = GeneratedContract.Create();
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(RepositoryFiles.SwaggerPath, generated);
        }

        Assert.True(
            File.Exists(RepositoryFiles.SwaggerPath) && File.ReadAllText(RepositoryFiles.SwaggerPath) == generated,
            "apiDefinition.swagger.json is not what the code declares. Run: ACCEPT=1 dotnet test tests/Connector.Tests --filter ContractDrift");
    }

    [Fact]
    public void Contract_GeneratedTwice_IsTheSame_Rule7() => Assert.Equal(GeneratedContract.Create(), GeneratedContract.Create());
}
