using System.Text;
using B2BConnector.Package;

namespace B2BConnector.Connector.Tests.Packaging;

/// <summary>Rule 79: the solution with the connector holds all of it, and comes out of its archive as it went in.</summary>
public sealed class ConnectorSolutionRuleTests
{
    private static SolutionFolder Folder => Packages.Inputs.Connector;

    [Fact]
    public void Rule79_Folder_SaysWhatItsSourcesSay() => Assert.Empty(ConnectorSolutionCheck.Findings(Folder));

    [Fact]
    public void Rule79_PackedAndUnpacked_IsTheSameFolder()
    {
        var unpacked = ConnectorSolutionCheck.Unpack(SolutionArchive.Pack(Folder));

        Assert.Equal(Folder.Files.Keys, unpacked.Files.Keys);
        Assert.All(Folder.Files, file => Assert.True(file.Value.SequenceEqual(unpacked[file.Key]), $"{file.Key}:\n{unpacked.Text(file.Key)}"));
    }

    [Fact]
    public void Rule79_PackedTwice_IsTheSameArchive() => Assert.Equal(SolutionArchive.Pack(Folder), SolutionArchive.Pack(Folder));

    [Theory]
    [InlineData("Other/Solution.xml", "type=\"372\"", "type=\"371\"", "type of the root component is 371")]
    [InlineData("Other/Solution.xml", "0601}", "0602}", "id of the root component")]
    [InlineData("Other/Solution.xml", "schemaName=\"b2b_prospects\"", "schemaName=\"b2b_other\"", "schema name of the root component")]
    [InlineData("Connectors/b2b_prospects.xml", "<connectortype>1<", "<connectortype>0<", "connectortype is 0")]
    [InlineData("Connectors/b2b_prospects.xml", "_iconblob.Png<", "_icon.Png<", "iconblob is not icon.png")]
    [InlineData("Connectors/b2b_prospects_openapidefinition.json", "ApproveProspect", "ApproveProspects", "openapidefinition is not")]
    [InlineData("Connectors/b2b_prospects_connectionparametersets.json", "entraUser", "user", "connectionparametersets is not")]
    [InlineData("Connectors/b2b_prospects_connectionparameters.json", "\"token\"", "\"tokens\"", "connectionparameters is not")]
    [InlineData("Connectors/b2b_prospects_policytemplateinstances.json", "dynamichosturl", "setheader", "policytemplateinstances is not")]
    public void Rule79_ChangedFile_IsFound(string path, string old, string changed, string finding)
    {
        var broken = Folder;
        Assert.Contains(old, broken.Text(path), StringComparison.Ordinal);
        broken.Write(path, broken.Text(path).Replace(old, changed, StringComparison.Ordinal));

        Assert.StartsWith(finding, Assert.Single(ConnectorSolutionCheck.Findings(broken)), StringComparison.Ordinal);
    }

    [Fact]
    public void Rule79_NoPoliciesAndAnotherIcon_AreFound()
    {
        var broken = Folder;
        broken["Connectors/b2b_prospects_policytemplateinstances.json"] = Encoding.UTF8.GetBytes("[]");
        broken["Connectors/b2b_prospects_iconblob.Png"] = [1];

        Assert.Equal(["policytemplateinstances is not what its source says", "policytemplateinstances is empty", "iconblob is not icon.png"], ConnectorSolutionCheck.Findings(broken));
    }
}
