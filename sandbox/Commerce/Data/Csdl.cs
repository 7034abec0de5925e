using System.Xml.Linq;
using B2BConnector.Commerce.Model;

namespace B2BConnector.Commerce.Data;

/// <summary>The CSDL document of the entities that are served.</summary>
internal static class Csdl
{
    private static readonly XNamespace Edmx = "http://docs.oasis-open.org/odata/ns/edmx";
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    public static string Write(EntityCatalogue entities)
    {
        var schema = new XElement(Edm + "Schema", new XAttribute("Namespace", EnumTypes.Namespace));
        schema.Add(EnumTypes.Names.Select(name => new XElement(Edm + "EnumType", new XAttribute("Name", name),
            EnumTypes.Symbols(name).Select((symbol, value) => new XElement(Edm + "Member", new XAttribute("Name", symbol), new XAttribute("Value", value))))));
        schema.Add(entities.All.Select(entity => Type(entity.Type, entities)));
        schema.Add(new XElement(Edm + "EntityContainer", new XAttribute("Name", "Resources"), entities.All.Select(entity => Set(entity.Type))));
        var document = new XElement(Edmx + "Edmx", new XAttribute("Version", "4.0"), new XAttribute(XNamespace.Xmlns + "edmx", Edmx.NamespaceName),
            new XElement(Edmx + "DataServices", schema));
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + document;
    }

    private static XElement Type(EntityType type, EntityCatalogue entities) => new(Edm + "EntityType", new XAttribute("Name", type.Name),
        new XElement(Edm + "Key", type.Keys.Select(key => new XElement(Edm + "PropertyRef", new XAttribute("Name", key.Name)))),
        type.Properties.Select(property => Property(property, type.Keys.Contains(property))),
        type.Navigations.Select(navigation => new XElement(Edm + "NavigationProperty",
            new XAttribute("Name", navigation.Name),
            new XAttribute("Type", Target(entities.Find(navigation.Collection)!.Type, navigation.Many)))));

    private static string Target(EntityType type, bool many) => many ? $"Collection({type.QualifiedName})" : type.QualifiedName;

    private static XElement Property(EdmProperty property, bool key)
    {
        var element = new XElement(Edm + "Property", new XAttribute("Name", property.Name),
            new XAttribute("Type", property.Enum is null ? "Edm." + property.Kind : $"{EnumTypes.Namespace}.{property.Enum}"));
        if (key || property.Kind is not (EdmKind.String or EdmKind.Enum))
        {
            element.Add(new XAttribute("Nullable", "false"));
        }

        if (property.MaxLength > 0)
        {
            element.Add(new XAttribute("MaxLength", property.MaxLength));
        }

        return element;
    }

    private static XElement Set(EntityType type) => new(Edm + "EntitySet", new XAttribute("Name", type.Collection), new XAttribute("EntityType", type.QualifiedName),
        type.Navigations.Select(navigation => new XElement(Edm + "NavigationPropertyBinding", new XAttribute("Path", navigation.Name), new XAttribute("Target", navigation.Collection))));
}
