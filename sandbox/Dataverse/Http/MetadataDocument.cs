using System.Text;
using System.Xml.Linq;
using B2BConnector.Dataverse.Metadata;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Dataverse.Http;

/// <summary><c>$metadata</c>: entity types with columns, keys and navigation properties, and the entity sets. Actions and annotations are left out.</summary>
internal static class MetadataDocument
{
    private static readonly XNamespace Edmx = "http://docs.oasis-open.org/odata/ns/edmx";
    private static readonly XNamespace Edm = "http://docs.oasis-open.org/odata/ns/edm";

    public static Task WriteAsync(DataverseRequest request)
    {
        var tables = request.Model.Tables.OrderBy(table => table.LogicalName, StringComparer.Ordinal).ToList();
        var document = new XElement(Edmx + "Edmx", new XAttribute("Version", "4.0"),
            new XElement(Edmx + "DataServices",
                new XElement(Edm + "Schema", new XAttribute("Namespace", "Microsoft.Dynamics.CRM"), new XAttribute("Alias", "mscrm"),
                    new XElement(Edm + "EntityType", new XAttribute("Name", "crmbaseentity"), new XAttribute("Abstract", "true")),
                    new XElement(Edm + "EntityType", new XAttribute("Name", "principal"), new XAttribute("BaseType", "mscrm.crmbaseentity"), new XAttribute("Abstract", "true")),
                    tables.Select(table => Type(request.Model, table)),
                    new XElement(Edm + "EntityContainer", new XAttribute("Name", "System"),
                        tables.Select(table => new XElement(Edm + "EntitySet", new XAttribute("Name", table.SetName), new XAttribute("EntityType", table.QualifiedName)))))));
        request.Http.Response.ContentType = "application/xml; charset=utf-8";
        return request.Http.Response.WriteAsync(document.ToString(SaveOptions.DisableFormatting), Encoding.UTF8);
    }

    private static XElement Type(OrganizationModel model, TableDefinition table) => new(Edm + "EntityType",
        new XAttribute("Name", table.LogicalName), new XAttribute("BaseType", "mscrm.crmbaseentity"),
        new XElement(Edm + "Key", new XElement(Edm + "PropertyRef", new XAttribute("Name", table.PrimaryId))),
        table.Columns.Select(column => new XElement(Edm + "Property", new XAttribute("Name", column.WireName), new XAttribute("Type", column.EdmType))),
        table.Columns.Where(column => column.Kind == ColumnKind.Lookup).SelectMany(Navigations),
        model.Relationships.Where(relationship => relationship.Referenced == table.LogicalName).Select(relationship => new XElement(
            Edm + "NavigationProperty", new XAttribute("Name", relationship.Name), new XAttribute("Type", $"Collection(mscrm.{relationship.Referencing})"))));

    private static IEnumerable<XElement> Navigations(ColumnDefinition column) => column.Name == "ownerid"
        ? [Navigation("ownerid", "principal")]
        : column.Targets.Select(target => Navigation(column.Navigation(target), target));

    private static XElement Navigation(string name, string target) =>
        new(Edm + "NavigationProperty", new XAttribute("Name", name), new XAttribute("Type", "mscrm." + target));
}
