using System.Xml.Linq;

namespace B2BConnector.Package;

/// <summary>Packs an unpacked solution as <c>pac solution pack</c> does for the components that our solutions have: connectors, cloud flows, connection references, environment variables.</summary>
internal static class SolutionArchive
{
    private const string ContentTypes = "[Content_Types].xml";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static byte[] Pack(SolutionFolder source)
    {
        var packed = new SolutionFolder();
        packed.Write("solution.xml", source.Xml(SolutionManifest.Solution));
        packed.Write("customizations.xml", Customizations(source));
        foreach (var (path, content) in source.Files)
        {
            if (Packed(path) is { } name)
            {
                packed[name] = content;
            }
        }

        packed.Write(ContentTypes, ContentTypesOf(packed.Files.Keys));
        return Archive.Write(packed);
    }

    /// <summary>The solution with another one's connector in it: certification wants to see the connector that the flows use beside them.</summary>
    public static SolutionFolder WithConnector(SolutionFolder flows, SolutionFolder connector)
    {
        var both = flows.Copy();
        foreach (var path in connector.Under("Connectors", ""))
        {
            both[path] = connector[path];
        }

        var solution = both.Xml(SolutionManifest.Solution);
        solution.Descendants("RootComponents").Single().Add(connector.Xml(SolutionManifest.Solution).Descendants("RootComponent"));
        both.Write(SolutionManifest.Solution, solution);
        return both;
    }

    private static XDocument Customizations(SolutionFolder source)
    {
        var customizations = source.Xml(SolutionManifest.Customizations);
        var root = customizations.Root!;
        root.Element("Workflows")!.ReplaceNodes(source.Under("Workflows", ".data.xml").Select(path => Bare(source.Xml(path))));
        var connectors = source.Under("Connectors", ".xml").Select(path => Bare(source.Xml(path))).ToList();
        if (connectors.Count > 0)
        {
            root.Element("Connectors")?.Remove();
            root.Element("EntityDataProviders")!.AddAfterSelf(new XElement("Connectors", connectors));
        }

        return customizations;
    }

    private static XElement Bare(XDocument document)
    {
        document.Root!.Attributes().Where(attribute => attribute.IsNamespaceDeclaration).Remove();
        return document.Root;
    }

    /// <summary>Where a file of the folder lies in the archive; null for what goes into another file.</summary>
    private static string? Packed(string path) => path.Split('/')[0] switch
    {
        "Other" => null,
        "Connectors" when path.EndsWith(".xml", StringComparison.Ordinal) => null,
        "Connectors" => "Connector" + path["Connectors".Length..],
        "Workflows" when path.EndsWith(".data.xml", StringComparison.Ordinal) => null,
        "Workflows" or "environmentvariabledefinitions" => path,
        _ => throw new NotSupportedException($"{path}: a component of this kind cannot be packed; teach {nameof(SolutionArchive)} where it lies in the archive."),
    };

    private static XDocument ContentTypesOf(IEnumerable<string> paths) => new(new XElement(
        Types + "Types",
        paths.Select(path => Path.GetExtension(path)[1..]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(ending => new XElement(Types + "Default", new XAttribute("Extension", ending), new XAttribute("ContentType", "application/octet-stream")))));
}
