using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.OData.Query;

namespace B2BConnector.Dataverse.Queries;

/// <summary>The subset of FetchXML the sandbox runs: attributes, order, nested filters, the conditions of <see cref="FetchConditions"/>. The rest is refused by name.</summary>
internal sealed class FetchReader(OrganizationModel model, Guid caller)
{
    public RowQuery Read(TableDefinition table, string fetchXml)
    {
        var fetch = Parse(fetchXml);
        if (fetch.Attribute("aggregate")?.Value == "true") throw DataverseErrors.Unsupported("aggregate FetchXML");
        var entity = fetch.Element("entity") ?? throw DataverseErrors.BadFetch("Invalid XML: the fetch has no entity.");
        var name = entity.Attribute("name")?.Value ?? "";
        if (model.FindTable(name) is null) throw DataverseErrors.BadFetch($"The entity with a name = '{name}' with namemapping = 'Logical' was not found in the MetadataCache.");
        if (name != table.LogicalName) throw DataverseErrors.BadFetch($"The entity '{name}' of the fetch is not the entity of '{table.SetName}'.");
        var conditions = new FetchConditions(table, caller);
        var select = new List<string>();
        var order = new List<OrderItem>();
        Func<Newtonsoft.Json.Linq.JObject, bool> passes = _ => true;
        foreach (var element in entity.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "attribute": select.Add(conditions.Column(element.Attribute("name")?.Value).WireName); break;
                case "all-attributes": select.AddRange(table.Columns.Select(column => column.WireName)); break;
                case "order": order.Add(new OrderItem(conditions.Column(element.Attribute("attribute")?.Value).WireName, element.Attribute("descending")?.Value == "true", 0)); break;
                case "filter":
                    var (before, next) = (passes, conditions.Filter(element));
                    passes = row => before(row) && next(row);
                    break;
                default: throw DataverseErrors.Unsupported($"the FetchXML element '{element.Name.LocalName}'");
            }
        }
        return new RowQuery(passes, order, select.Count > 0 ? select : [table.PrimaryId]) { OmitNulls = true, Top = Top(fetch) };
    }

    private static int? Top(XElement fetch)
    {
        if (fetch.Attribute("page") is { Value: not "1" }) throw DataverseErrors.Unsupported("paging inside FetchXML; use odata.maxpagesize and the @odata.nextLink");
        var text = fetch.Attribute("top")?.Value ?? fetch.Attribute("count")?.Value;
        if (text is null) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var top) ? top : throw DataverseErrors.BadFetch($"Invalid value '{text}' for top or count.");
    }

    private static XElement Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XElement.Load(reader) is { Name.LocalName: "fetch" } fetch ? fetch : throw DataverseErrors.BadFetch("Invalid XML: the root is not 'fetch'.");
        }
        catch (XmlException error)
        {
            throw DataverseErrors.BadFetch($"Invalid XML (line {error.LineNumber}, position {error.LinePosition}).");
        }
    }
}
