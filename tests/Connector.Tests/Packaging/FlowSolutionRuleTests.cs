using System.Text.Json.Nodes;
using System.Xml.Linq;
using B2BConnector.Package;

namespace B2BConnector.Connector.Tests.Packaging;

/// <summary>Rule 80: two solutions, and every name that an import asks for is the same in manifest, flows and deployment settings.</summary>
public sealed class FlowSolutionRuleTests
{
    private static SolutionFolder Folder => Packages.Inputs.Flows;

    private static string Settings => File.ReadAllText(Packages.Inputs.SettingsPath);

    [Fact]
    public void Rule80_Solutions_AreTheConnectorAloneAndFlowsWithoutIt()
    {
        List<string> findings = [];

        Assert.Equal(SolutionKind.Connector, SolutionCheck.Check(SolutionArchive.Pack(Packages.Inputs.Connector), "connector", findings));
        Assert.Empty(findings);
        Assert.Empty(Folder.Under("Connectors", ""));
        Assert.Equal(["29", "29", "380"], Folder.Xml("Other/Solution.xml").Descendants("RootComponent").Select(component => (string)component.Attribute("type")!));
    }

    [Fact]
    public void Rule80_Publisher_IsThatOfTheCore()
    {
        var core = Packages.Inputs.Core.Descendants("Publisher").Single().ToString();

        Assert.All([Packages.Inputs.Connector, Folder], folder => Assert.Equal(core, folder.Xml("Other/Solution.xml").Descendants("Publisher").Single().ToString()));
        Assert.All([Packages.Inputs.Connector, Folder], folder => Assert.Equal("0", (string)folder.Xml("Other/Solution.xml").Descendants("Managed").Single()));
    }

    [Fact]
    public void Rule80_Names_AreTheSameEverywhere() => Assert.Empty(NameFindings(Folder, Settings));

    [Fact]
    public void Rule80_Flows_FitTheContract() => Assert.Empty(FlowCheck.Findings(Folder));

    [Theory]
    [InlineData("Other/Customizations.xml", "b2b_connection_prospects\"", "b2b_connection_other\"", "b2b_connection_other")]
    [InlineData("Other/Customizations.xml", "000601<", "000602<", "another connector")]
    [InlineData("environmentvariabledefinitions/b2b_LegalEntity/environmentvariabledefinition.xml", "schemaname=\"b2b_LegalEntity\"", "schemaname=\"b2b_Entity\"", "b2b_Entity")]
    [InlineData("Other/Solution.xml", "schemaName=\"b2b_LegalEntity\"", "schemaName=\"b2b_Entity\"", "b2b_Entity")]
    [InlineData("Workflows/TaskForNewPartner-B2B00000-5A1E-4C0D-9E00-000000000702.json", "b2b_connection_dataverse", "b2b_connection_sales", "b2b_connection_sales")]
    public void Rule80_OtherNameInOnePlace_IsFound(string path, string old, string changed, string finding) =>
        Assert.Contains(NameFindings(Changed(path, old, changed), Settings), found => found.Contains(finding, StringComparison.Ordinal));

    [Fact]
    public void Rule80_SettingsWithoutAName_AreFound() =>
        Assert.Contains(NameFindings(Folder, Settings.Replace("b2b_connection_dataverse", "b2b_connection_sales", StringComparison.Ordinal)), found => found.Contains("b2b_connection_sales", StringComparison.Ordinal));

    [Theory]
    [InlineData("\"GetProspect\"", "\"GetProspects\"", "calls GetProspects, which the contract has not")]
    [InlineData("\"WhenProspectCreatedPolling\"", "\"WhenProspectCreated\"", "cannot use WhenProspectCreated there")]
    [InlineData("\"WhenProspectCreatedPolling\"", "\"ListLegalEntities\"", "cannot use ListLegalEntities there")]
    [InlineData("\"source\": \"All\"", "\"source\": \"Everyone\"", "gives source the value Everyone")]
    [InlineData("\"source\": \"All\"", "\"sources\": \"All\"", "gives sources, which")]
    [InlineData("\"prospectId\": \"@", "\"number\": \"@", "gives no prospectId")]
    [InlineData("body/companyName", "body/company", "company of Get_prospect is read")]
    [InlineData("['body/prospectId']", "['body/id']", "id of the trigger is read")]
    [InlineData("outputs('Get_prospect')", "outputs('Get_it')", "Get_it is read and not there")]
    [InlineData("@parameters('Legal entity", "@parameters('Entity", "is not declared")]
    [InlineData("\"connectionName\": \"shared_b2b_prospects\"", "\"connectionName\": \"shared_b2b\"", "which the flow does not declare")]
    [InlineData("\"name\": \"shared_b2b-5f", "\"name\": \"shared_other-5f", "names another connector than its connection")]
    [InlineData("outputs('Get_prospect')?['body/companyName']", "body('Get_prospect')?['companyName']", "in a form that cannot be checked")]
    [InlineData("?['body/requesterName']}", "?['body/requesterName'}", "error WDL")]
    [InlineData("\"Get_prospect\": [", "\"Get_it\": [", "runs after Get_it, which is not beside it")]
    public void Rule80_FlowThatDoesNotFit_IsFound(string old, string changed, string finding) =>
        Assert.Contains(FlowCheck.Findings(Changed("Workflows/TaskForNewProspect-B2B00000-5A1E-4C0D-9E00-000000000701.json", old, changed)), found => found.Contains(finding, StringComparison.Ordinal));

    private static SolutionFolder Changed(string path, string old, string changed)
    {
        var folder = Folder;
        Assert.Contains(old, folder.Text(path), StringComparison.Ordinal);
        folder.Write(path, folder.Text(path).Replace(old, changed, StringComparison.Ordinal));
        return folder;
    }

    /// <summary>Names that do not stand in all of the places where they have to.</summary>
    private static List<string> NameFindings(SolutionFolder folder, string settings)
    {
        var flows = FlowSolution.Flows(folder).Select(path => JsonNode.Parse(folder.Text(path))!["properties"]!).ToList();
        var references = folder.Xml("Other/Customizations.xml").Descendants("connectionreference").ToList();
        var given = JsonNode.Parse(settings)!;
        List<string> findings =
        [
            .. Differences(
                "connection reference",
                references.Select(reference => (string)reference.Attribute("connectionreferencelogicalname")!),
                flows.SelectMany(flow => flow["connectionReferences"]!.AsObject()).Select(pair => (string)pair.Value!["connection"]!["connectionReferenceLogicalName"]!),
                given["ConnectionReferences"]!.AsArray().Select(reference => (string)reference!["LogicalName"]!)),
            .. Differences(
                "environment variable",
                FlowSolution.VariableNames(folder),
                folder.Xml("Other/Solution.xml").Descendants("RootComponent").Where(component => (string?)component.Attribute("type") == "380").Select(component => (string)component.Attribute("schemaName")!),
                flows.SelectMany(flow => flow["definition"]!["parameters"]!.AsObject()).Select(pair => (string?)pair.Value!["metadata"]?["schemaName"]).OfType<string>(),
                given["EnvironmentVariables"]!.AsArray().Select(variable => (string)variable!["SchemaName"]!)),
        ];
        var connector = (string)Packages.Inputs.Connector.Xml("Connectors/b2b_prospects.xml").Root!.Element("connectorid")!;
        if (references.Descendants("customconnectorid").Select(id => id.Value).SingleOrDefault() != connector)
        {
            findings.Add("the connection reference leads to another connector than the solution of the connector holds");
        }

        return findings;
    }

    private static IEnumerable<string> Differences(string what, params IEnumerable<string>[] places)
    {
        var names = places.Select(place => place.ToHashSet()).ToList();
        return names.SelectMany(place => place).Distinct().Where(name => names.Exists(place => !place.Contains(name))).Select(name => $"{what} {name} does not stand everywhere");
    }
}
