using B2BConnector.Connector.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace B2BConnector.Connector.Tests.Configuration;

public sealed class ConfigurationTests
{
    [Fact]
    public void Start_WithoutAnyConfiguration_ListsEveryProblem()
    {
        var problem = Assert.Throws<ConnectorStartException>(() => ConnectorApp.Build([]));

        foreach (var key in new[] { "LegalEntities", "Commerce:EnvironmentUrl", "Commerce:Credential", "Decision:Strategy", "Storage:ConnectionString", "Storage:SingleNode", "Authentication:ApiKeys" })
        {
            Assert.Contains("- " + key, problem.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Commerce:EnvironmentUrl", "http://commerce.example", "must be https")]
    [InlineData("Commerce:EnvironmentUrl", "commerce", "absolute https address")]
    [InlineData("Commerce:Credential", "Password", "Password")]
    [InlineData("Commerce:Credential", "ClientSecret", "Commerce:TenantId")]
    [InlineData("LegalEntities:0", "u s", "LegalEntities holds 'u s'")]
    [InlineData("Decision:Strategy", "CustomService", "Decision:Service is not set")]
    [InlineData("Authentication:Entra:TenantId", "common", "Authentication:Entra:TenantId is 'common'")]
    [InlineData("Authentication:Entra:ClientId", "b2b", "Authentication:Entra:ClientId is 'b2b'")]
    [InlineData("Authentication:Entra:TenantId", "5a0e6bd0-1c25-4f3b-8a2e-0d8c1a6f7b10", "Authentication:Entra:ClientId is ''")]
    [InlineData("Decision:Strategy", "Guess", "Decision:Strategy is 'Guess'")]
    [InlineData("Customers:Creation", "Sometimes", "Sometimes")]
    [InlineData("Onboarding:Route", "ScaleUnit", "Onboarding:Path is not set")]
    [InlineData("Storage:Provider", "Postgres", "Set it to Sqlite or PostgreSql")]
    [InlineData("Storage:Provider", "PostgreSql", "must name Host and Database")]
    [InlineData("Storage:SingleNode", "false", "Storage:SingleNode=true")]
    [InlineData("Storage:ConnectionString", "Data Source=:memory:", "must name a file")]
    [InlineData("Storage:ConnectionString", "nonsense", "must name a file")]
    [InlineData("Feed:Interval", "00:00:00", "longer than zero")]
    [InlineData("Feed:Interval", "soon", "soon")]
    [InlineData("Authentication:ApiKeys:0:key", "short", "too short")]
    [InlineData("Authentication:ApiKeys:0:key", "sha256:12", "64 hexadecimal digits")]
    [InlineData("Authentication:ApiKeys:0:roles:0", "Prospect.Everything", "holds 'Prospect.Everything'")]
    [InlineData("Authentication:ApiKeys:0:name", "", "name is not set")]
    public void Start_WithABadValue_SaysWhichAndWhatToDo(string key, string value, string expected)
    {
        var settings = TestConfiguration.Create("/tmp/never-opened.db");
        settings[key] = value;

        var problem = Assert.Throws<ConnectorStartException>(() => ConnectorApp.Build([], builder => builder.Configuration.AddInMemoryCollection(settings)));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_WithComposeAndCustomersOnApproval_IsRefused()
    {
        var settings = TestConfiguration.Create("/tmp/never-opened.db");
        settings["Decision:Strategy"] = "Compose";
        settings["Customers:Creation"] = "OnApproval";

        var problem = Assert.Throws<ConnectorStartException>(() => ConnectorApp.Build([], builder => builder.Configuration.AddInMemoryCollection(settings)));

        Assert.Contains("Customers:Creation=OnApproval", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_InDevelopment_NeedsNeitherStrategyNorSingleNodeNorHttps()
    {
        var settings = TestConfiguration.Create("/tmp/never-opened.db");
        settings["Decision:Strategy"] = null;
        settings["Storage:SingleNode"] = null;
        settings["Commerce:EnvironmentUrl"] = "http://127.0.0.1:5082";

        using var app = ConnectorApp.Build(["--environment", "Development"], builder => builder.Configuration.AddInMemoryCollection(settings));

        Assert.NotNull(app);
    }
}
