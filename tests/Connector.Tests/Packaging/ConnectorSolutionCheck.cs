using System.Text.Json.Nodes;
using System.Xml.Linq;
using B2BConnector.Connector.Tests.Support;
using B2BConnector.Package;

namespace B2BConnector.Connector.Tests.Packaging;

/// <summary>Rule 79: the unpacked solution of the connector against the files it comes from, read anew and not through what writes them.</summary>
internal static class ConnectorSolutionCheck
{
    public static IReadOnlyList<string> Findings(SolutionFolder folder)
    {
        List<string> findings = [];
        var connector = folder.Under("Connectors", ".xml").Select(path => folder.Xml(path).Root!).Single();
        var name = (string)connector.Element("name")!;
        var own = JsonNode.Parse(File.ReadAllText(RepositoryFiles.PropertiesPath))!["properties"]!;
        var component = folder.Xml("Other/Solution.xml").Descendants("RootComponent").Single();
        Same("connectortype", (string?)connector.Element("connectortype"), "1");
        Same("iconbrandcolor", (string?)connector.Element("iconbrandcolor"), (string)own["iconBrandColor"]!);
        Same("type of the root component", (string?)component.Attribute("type"), "372");
        Same("id of the root component", ((string?)component.Attribute("id"))?.Trim('{', '}'), (string?)connector.Element("connectorid"));
        Same("schema name of the root component", (string?)component.Attribute("schemaName"), name);
        Json("openapidefinition", JsonNode.Parse(File.ReadAllText(RepositoryFiles.SwaggerPath)));
        Json("connectionparametersets", own["connectionParameterSets"]);
        Json("connectionparameters", own["connectionParameterSets"]!["values"]![0]!["parameters"]);
        Json("policytemplateinstances", own["policyTemplateInstances"]);
        if (Part("policytemplateinstances") is { } policies && JsonNode.Parse(policies) is not JsonArray { Count: > 0 })
        {
            findings.Add("policytemplateinstances is empty");
        }

        if (Part("iconblob") is not { } icon || !icon.SequenceEqual(File.ReadAllBytes(Path.Combine(RepositoryFiles.Root, "icon.png"))))
        {
            findings.Add("iconblob is not icon.png");
        }

        return findings;

        void Same(string what, string? found, string? expected)
        {
            if (found != expected)
            {
                findings.Add($"{what} is {found}, not {expected}");
            }
        }

        void Json(string part, JsonNode? expected)
        {
            if (Part(part) is not { } found || !JsonNode.DeepEquals(JsonNode.Parse(found), expected))
            {
                findings.Add($"{part} is not what its source says");
            }
        }

        byte[]? Part(string part) =>
            (string?)connector.Element(part) is { } path && folder.Files.TryGetValue(path.Replace("/Connector/", "Connectors/", StringComparison.Ordinal), out var content) && path.Contains($"/{name}_{part}.", StringComparison.Ordinal)
                ? content : null;
    }

    /// <summary>What <c>pac solution unpack</c> makes of an archive with a connector.</summary>
    public static SolutionFolder Unpack(byte[] archive)
    {
        var packed = Archive.Read(archive);
        var folder = new SolutionFolder();
        var customizations = packed.Xml("customizations.xml");
        foreach (var connector in customizations.Descendants("Connector"))
        {
            var alone = new XElement(connector);
            alone.Add(new XAttribute(XNamespace.Xmlns + "xsi", "http://www.w3.org/2001/XMLSchema-instance"));
            folder.Write($"Connectors/{(string)connector.Element("name")!}.xml", new XDocument(alone));
        }

        customizations.Root!.Element("Connectors")!.RemoveNodes();
        folder.Write("Other/Customizations.xml", customizations);
        folder.Write("Other/Solution.xml", packed.Xml("solution.xml"));
        foreach (var path in packed.Under("Connector", ""))
        {
            folder[path.Replace("Connector/", "Connectors/", StringComparison.Ordinal)] = packed[path];
        }

        return folder;
    }
}
