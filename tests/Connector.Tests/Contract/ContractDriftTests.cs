using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

public sealed class ContractDriftTests
{
    [Fact]
    public void Rule07_CheckedInContract_IsWhatTheCodeGives() => Compare(RepositoryFiles.SwaggerPath, GeneratedContract.Create());

    [Fact]
    public void Rule07_CheckedInCustomApi_IsWhatTheCodeGives() => Compare(RepositoryFiles.CustomApiPath, GeneratedContract.CreateCustomApi());

    [Fact]
    public void Rule07_GeneratedTwice_IsTheSame() => Assert.Equal(GeneratedContract.Create(), GeneratedContract.Create());

    /// <summary>With the environment variable ACCEPT=1 the file is written instead of compared; look at the difference before committing it.</summary>
    private static void Compare(string path, string generated)
    {
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(path, generated);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == generated,
            $"{Path.GetFileName(path)} is not what the code declares. Run: ACCEPT=1 dotnet test tests/Connector.Tests --filter ContractDrift");
    }
}
