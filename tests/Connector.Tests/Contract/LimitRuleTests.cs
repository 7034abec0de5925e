using System.Globalization;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Contract;

/// <summary>Rule 83: the limits that makers read are those of the code.</summary>
public sealed class LimitRuleTests
{
    [Fact]
    public void Rule83_LimitsInTheReadme_AreThoseOfTheCode()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "connector", "README.md")).ReplaceLineEndings(" ");
        var contract = CheckedInContract.Load();
        var pageSize = contract.Parameters(contract.Operations.Single(operation => operation.Id == "ListProspects")).Single(parameter => parameter["name"]!.ToString() == "pageSize");

        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Up to {new FeedOptions().BatchSize} events come in one answer of a trigger"), readme, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"a list page has up to {pageSize["maximum"]!.GetValue<int>():N0} prospects"), readme, StringComparison.Ordinal);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"a request body up to {ConnectorApp.MaxRequestBytes / 1_000_000} MB"), readme, StringComparison.Ordinal);
    }
}
