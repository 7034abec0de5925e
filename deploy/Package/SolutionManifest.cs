using System.Xml.Linq;

namespace B2BConnector.Package;

/// <summary>
/// The two files of <c>Other/</c> in an unpacked solution. Publisher and version are those of <c>solution/core</c>, so that all solutions carry the same.
/// </summary>
/// <remarks>Form as in the public repositories microsoft/coe-starter-kit (CenterofExcellenceALMAccelerator) and managedBlog/graph-connector-factory-v2 (copilot-studio/solutions).</remarks>
internal static class SolutionManifest
{
    public const string Solution = "Other/Solution.xml";
    public const string Customizations = "Other/Customizations.xml";

    /// <summary>Component types of the table solutioncomponent: a cloud flow, a connector, the definition of an environment variable.</summary>
    public const int Flow = 29;
    public const int Connector = 372;
    public const int Variable = 380;

    private static readonly string[] Empty =
        ["Entities", "Roles", "Workflows", "FieldSecurityProfiles", "Templates", "EntityMaps", "EntityRelationships", "OrganizationSettings", "optionsets", "CustomControls", "EntityDataProviders"];

    public static XDocument Create(XDocument core, string uniqueName, string displayName, string description, IEnumerable<XElement> components)
    {
        var solution = new XDocument(core);
        var manifest = solution.Root!.Element("SolutionManifest")!;
        manifest.Element("UniqueName")!.Value = uniqueName;
        manifest.Element("LocalizedNames")!.Element("LocalizedName")!.SetAttributeValue("description", displayName);
        manifest.Element("Descriptions")!.Element("Description")!.SetAttributeValue("description", description);
        manifest.Element("RootComponents")!.ReplaceNodes(components);
        return solution;
    }

    /// <summary>Everything that a solution may hold, with nothing in it, and the sections that it has besides.</summary>
    public static XDocument Customize(params XElement[] sections) => new(new XElement(
        "ImportExportXml",
        new XAttribute(XNamespace.Xmlns + "xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        Empty.Select(name => new XElement(name)),
        sections,
        new XElement("Languages", new XElement("Language", "1033"))));

    public static XElement Component(int type, string? id = null, string? schemaName = null) => new(
        "RootComponent",
        new XAttribute("type", type),
        id is null ? null : new XAttribute("id", $"{{{id}}}"),
        schemaName is null ? null : new XAttribute("schemaName", schemaName),
        new XAttribute("behavior", 0));
}
