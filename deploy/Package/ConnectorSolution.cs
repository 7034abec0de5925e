using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace B2BConnector.Package;

/// <summary>
/// The solution that holds the connector and nothing else: imported first, since references to a connector that comes in the same import are not registered
/// (https://learn.microsoft.com/connectors/custom-connectors/customconnectorssolutions). It is generated: what to change is the API, apiProperties.json or the icon.
/// </summary>
/// <remarks>Files and elements as in managedBlog/graph-connector-factory-v2, copilot-studio/solutions/connectors/Connectors, which has a connector with several ways to sign in.</remarks>
internal static class ConnectorSolution
{
    public const string Folder = "solution/connector";

    /// <param name="core">Other/Solution.xml of solution/core.</param>
    /// <param name="contract">apiDefinition.swagger.json, taken over as it is.</param>
    /// <param name="apiProperties">apiProperties.json.</param>
    /// <param name="icon">icon.png.</param>
    public static SolutionFolder Create(XDocument core, string contract, JsonObject apiProperties, byte[] icon)
    {
        var own = apiProperties["properties"]!;
        var sets = own["connectionParameterSets"]!;
        var info = JsonNode.Parse(contract)!["info"]!;
        var folder = new SolutionFolder();
        folder.Write(SolutionManifest.Solution, SolutionManifest.Create(
            core,
            "B2BConnectorProspects",
            "B2B connector: connector",
            "The custom connector. Import it before the solution with the flows.",
            [SolutionManifest.Component(SolutionManifest.Connector, ComponentNames.ConnectorId, ComponentNames.Connector)]));
        folder.Write(SolutionManifest.Customizations, SolutionManifest.Customize(new XElement("Connectors")));
        folder.Write($"Connectors/{ComponentNames.Connector}.xml", new XDocument(new XElement(
            "Connector",
            new XAttribute(XNamespace.Xmlns + "xsi", "http://www.w3.org/2001/XMLSchema-instance"),
            new XElement("connectorid", ComponentNames.ConnectorId),
            new XElement("description", (string)info["description"]!),
            new XElement("displayname", (string)info["title"]!),
            new XElement("iconbrandcolor", (string)own["iconBrandColor"]!),
            new XElement("name", ComponentNames.Connector),
            new XElement("connectortype", 1),
            Part("openapidefinition", "json"),
            Part("connectionparameters", "json"),
            Part("connectionparametersets", "json"),
            Part("policytemplateinstances", "json"),
            Part("iconblob", "Png"))));
        folder.Write(Source("openapidefinition", "json"), contract);

        // A connector with several ways to sign in also carries the first of them where others have their only one.
        folder.Write(Source("connectionparameters", "json"), JsonText.Write(sets["values"]![0]!["parameters"]!));
        folder.Write(Source("connectionparametersets", "json"), JsonText.Write(sets));
        folder.Write(Source("policytemplateinstances", "json"), JsonText.Write(own["policyTemplateInstances"]!));
        folder[Source("iconblob", "Png")] = icon;
        return folder;
    }

    private static string Name(string part, string ending) => $"{ComponentNames.Connector}_{part}.{ending}";

    private static string Source(string part, string ending) => "Connectors/" + Name(part, ending);

    private static XElement Part(string part, string ending) => new(part, "/Connector/" + Name(part, ending));
}
