using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace B2BConnector.Package;

/// <summary>
/// The solution with the sample cloud flows. Flows and environment variables are written by hand; what Dataverse wants to be told about them is derived:
/// the manifest, the connection references and the template of the deployment settings.
/// </summary>
internal static class FlowSolution
{
    public const string Folder = "solution/flows";

    private const string Variables = "environmentvariabledefinitions";

    /// <param name="core">Other/Solution.xml of solution/core.</param>
    /// <param name="folder">solution/flows; its derived files are written anew in the copy that is returned.</param>
    public static SolutionFolder Complete(XDocument core, SolutionFolder folder)
    {
        var complete = folder.Copy();
        complete.Write(SolutionManifest.Solution, SolutionManifest.Create(
            core,
            "B2BConnectorFlows",
            "B2B connector: sample flows",
            "Cloud flows that use the connector, with their connection references and environment variables. Import it after the connector.",
            [
                .. Flows(folder).Select(flow => SolutionManifest.Component(SolutionManifest.Flow, Id(folder.Xml(flow + ".data.xml")))),
                .. VariableNames(folder).Select(name => SolutionManifest.Component(SolutionManifest.Variable, schemaName: name)),
            ]));
        complete.Write(SolutionManifest.Customizations, SolutionManifest.Customize(new XElement("connectionreferences", References(folder).Select(Reference))));
        return complete;
    }

    /// <summary>What an import asks for, with empty values: the form that <c>pac solution create-settings</c> gives and <c>pac solution import --settings-file</c> takes.</summary>
    public static string Settings(SolutionFolder folder) => JsonText.Write(new JsonObject
    {
        ["EnvironmentVariables"] = new JsonArray([.. VariableNames(folder).Select(name => new JsonObject { ["SchemaName"] = name, ["Value"] = "" })]),
        ["ConnectionReferences"] = new JsonArray([.. References(folder).Select(reference => new JsonObject
        {
            ["LogicalName"] = reference.Name,
            ["ConnectionId"] = "",
            ["ConnectorId"] = ComponentNames.ApiPath + reference.Api,
        })]),
    });

    /// <summary>Writes the name that the connector has in one environment wherever the flows name it.</summary>
    public static SolutionFolder Bind(SolutionFolder folder, string apiName)
    {
        var bound = folder.Copy();
        foreach (var path in Flows(folder))
        {
            bound.Write(path, folder.Text(path).Replace(ComponentNames.ApiName, apiName, StringComparison.Ordinal));
        }

        return bound;
    }

    /// <summary>Paths of the flows' definitions.</summary>
    public static IEnumerable<string> Flows(SolutionFolder folder) => folder.Under("Workflows", ".json");

    public static IEnumerable<string> VariableNames(SolutionFolder folder) =>
        folder.Under(Variables, ".xml").Select(path => (string)folder.Xml(path).Root!.Attribute("schemaname")!);

    private static IEnumerable<ConnectionReference> References(SolutionFolder folder) =>
        Flows(folder)
            .SelectMany(path => JsonNode.Parse(folder.Text(path))!["properties"]!["connectionReferences"]!.AsObject())
            .Select(pair => new ConnectionReference(
                (string)pair.Value!["connection"]!["connectionReferenceLogicalName"]!, (string)pair.Value["api"]!["name"]!, (string?)pair.Value["api"]!["logicalName"]))
            .Distinct()
            .OrderBy(reference => reference.Name, StringComparer.Ordinal);

    private static XElement Reference(ConnectionReference reference) => new(
        "connectionreference",
        new XAttribute("connectionreferencelogicalname", reference.Name),
        new XElement("connectionreferencedisplayname", reference.Name),
        new XElement("connectorid", ComponentNames.ApiPath + reference.Api),
        reference.Connector == ComponentNames.Connector ? new XElement("customconnectorid", new XElement("connectorid", ComponentNames.ConnectorId)) : null,
        new XElement("iscustomizable", 1),
        new XElement("promptingbehavior", 0),
        new XElement("statecode", 0),
        new XElement("statuscode", 1));

    private static string Id(XDocument flow) => ((string)flow.Root!.Attribute("WorkflowId")!).Trim('{', '}');

    /// <param name="Name">Logical name, which the settings file names too.</param>
    /// <param name="Api">Name of the connector in the environment.</param>
    /// <param name="Connector">Schema name of a custom connector; null for one of the platform.</param>
    private sealed record ConnectionReference(string Name, string Api, string? Connector);
}
