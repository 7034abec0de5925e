using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using B2BConnector.Dataverse.Security;
using B2BConnector.Emulation;

namespace B2BConnector.Dataverse.Metadata.Solution;

/// <summary>Adds an unpacked solution to the platform's tables: columns, keys, own tables, entity maps, views, roles. The folder is the only copy of them.</summary>
internal static class SolutionReader
{
    /// <summary>Own tables get type codes from here on, as an organization hands them out.</summary>
    private const int FirstOwnTypeCode = 10_000;

    public static void Apply(string folder, Dictionary<string, TableBuilder> tables, List<EntityMap> maps, List<ViewDefinition> views, List<SecurityRole> roles)
    {
        if (!File.Exists(Path.Combine(folder, "Other", "Solution.xml")) || !Directory.Exists(Path.Combine(folder, "Entities")))
            throw new SandboxStartException($"The solution folder '{folder}' has no Other/Solution.xml or no Entities; point the sandbox to the folder of an unpacked solution.");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "Entities"), "Entity.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            Read(file, document => Table(document, tables));
        if (Path.Combine(folder, "Other", "EntityMaps.xml") is var mapFile && File.Exists(mapFile)) Read(mapFile, document => maps.AddRange(EntityMaps(document)));
        if (Path.Combine(folder, "Roles") is var roleFolder && Directory.Exists(roleFolder))
        {
            foreach (var file in Directory.EnumerateFiles(roleFolder, "*.xml").Order(StringComparer.Ordinal)) Read(file, document => roles.Add(RoleReader.Read(document)));
        }
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "Entities"), "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (Path.GetFileName(Path.GetDirectoryName(file)) == "SavedQueries") Read(file, document => views.AddRange(Views(document)));
        }
    }

    private static void Read(string file, Action<XElement> apply)
    {
        try
        {
            apply(XDocument.Load(file).Root!);
        }
        catch (Exception error) when (error is XmlException or FormatException or InvalidOperationException or OverflowException or ArgumentException or NullReferenceException)
        {
            throw new SandboxStartException($"The solution file '{file}' cannot be used: {error.Message}", error);
        }
    }

    private static void Table(XElement root, Dictionary<string, TableBuilder> tables)
    {
        var entity = root.Element("EntityInfo")?.Element("entity") ?? throw new InvalidOperationException("It has no EntityInfo/entity.");
        var name = Required(entity.Attribute("Name")?.Value, "entity/@Name").ToLowerInvariant();
        var attributes = entity.Element("attributes")?.Elements("attribute").ToList() ?? [];
        if (!tables.TryGetValue(name, out var table)) tables[name] = table = OwnTable(name, root, entity, attributes, tables.Count);
        foreach (var attribute in attributes) AttributeReader.Add(table, attribute);
        foreach (var key in entity.Element("EntityKeys")?.Elements("EntityKey") ?? [])
        {
            var columns = key.Element("EntityKeyAttributes")?.Elements("AttributeName").Select(column => column.Value).ToArray() ?? [];
            if (Array.Find(columns, column => !table.Has(column)) is { } missing) throw new InvalidOperationException($"The key names the unknown column '{missing}'.");
            table.Key(Required(key.Element("LogicalName")?.Value, "EntityKey/LogicalName"), AttributeReader.Label(key) ?? name, columns);
        }
    }

    private static TableBuilder OwnTable(string name, XElement root, XElement entity, List<XElement> attributes, int count)
    {
        string Find(Func<XElement, bool> match, string what) =>
            Required(attributes.Find(attribute => match(attribute))?.Element("LogicalName")?.Value, what);
        var id = Find(attribute => attribute.Element("Type")?.Value == "primarykey", "attribute of type primarykey");
        var primaryName = Find(attribute => attribute.Element("DisplayMask")?.Value.Contains("PrimaryName", StringComparison.Ordinal) == true, "attribute with PrimaryName in its DisplayMask");
        var table = new TableBuilder(name, Required(entity.Element("EntitySetName")?.Value, "EntitySetName"), id, primaryName, FirstOwnTypeCode + count)
        {
            Label = root.Element("Name")?.Attribute("LocalizedName")?.Value ?? name,
        };
        if (entity.Element("OwnershipTypeMask")?.Value == "UserOwned") table.Owned();
        return table.Audited();
    }

    private static IEnumerable<EntityMap> EntityMaps(XElement root) => root.Elements("EntityMap").Select(map => new EntityMap(
        Required(map.Element("EntitySource")?.Value, "EntitySource"),
        Required(map.Element("EntityTarget")?.Value, "EntityTarget"),
        [.. map.Descendants("AttributeMap").Select(pair => new KeyValuePair<string, string>(
            Required(pair.Element("AttributeSource")?.Value, "AttributeSource"), Required(pair.Element("AttributeTarget")?.Value, "AttributeTarget")))]));

    private static IEnumerable<ViewDefinition> Views(XElement root) => root.Elements("savedquery").Select(view =>
    {
        var fetch = view.Element("fetchxml")?.Element("fetch") ?? throw new InvalidOperationException("It has no fetchxml/fetch.");
        return new ViewDefinition(
            Guid.Parse(Required(view.Element("savedqueryid")?.Value, "savedqueryid"), CultureInfo.InvariantCulture),
            Required(fetch.Element("entity")?.Attribute("name")?.Value, "fetch/entity/@name"),
            view.Element("LocalizedNames")?.Elements("LocalizedName").ToDictionary(
                label => int.Parse(label.Attribute("languagecode")!.Value, CultureInfo.InvariantCulture), label => label.Attribute("description")!.Value) ?? [],
            fetch.ToString(SaveOptions.DisableFormatting),
            view.Element("layoutxml")?.Element("grid")?.ToString(SaveOptions.DisableFormatting) ?? "",
            int.Parse(view.Element("querytype")?.Value ?? "0", CultureInfo.InvariantCulture),
            view.Element("isdefault")?.Value == "1");
    });

    private static string Required(string? value, string what) => string.IsNullOrWhiteSpace(value) ? throw new InvalidOperationException($"It has no {what}.") : value;
}
