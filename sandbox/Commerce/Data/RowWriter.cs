using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using B2BConnector.OData.Query;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Data;

/// <summary>Rows as the wire shows them: etag, the selected columns with their defaults, the expanded rows.</summary>
internal sealed class RowWriter(HeadquartersSession headquarters, EntityCatalogue entities, DataQuery query)
{
    public JObject Write(JObject row)
    {
        var written = Columns(query.Type, row, query.Options.Select);
        foreach (var item in query.Options.Expand)
        {
            written[item.Property] = Expand(row, item, query.Type.Navigation(item.Property)!);
        }

        return written;
    }

    private static JObject Columns(EntityType type, JObject row, IReadOnlyList<string> select)
    {
        var written = new JObject { ["@odata.etag"] = HeadquartersSession.Etag(row) };
        foreach (var property in type.Properties.Where(property => select.Count == 0 || select.Contains(property.Name, StringComparer.Ordinal)))
        {
            written[property.Name] = type.Value(row, property.Name);
        }

        return written;
    }

    private JToken Expand(JObject row, ExpandItem item, Navigation navigation)
    {
        var target = entities.Find(navigation.Collection)!.Type;
        var filter = new RowFilter(target, item.Options.Filter);
        var rows = Targets(row, navigation, target).Where(filter.Matches).Select(found => Columns(target, found, item.Options.Select));
        return navigation.Many ? new JArray(rows) : rows.FirstOrDefault() ?? (JToken)JValue.CreateNull();
    }

    private IEnumerable<JObject> Targets(JObject row, Navigation navigation, EntityType target)
    {
        var key = navigation.On.Select(pair => (Column: pair.To, Text: query.Type.Value(row, pair.From).ToString())).ToList();
        var texts = key.Where(part => !target.IsDefault(part.Column, part.Text)).ToList();

        // A reference that was never filled points to nothing.
        return texts.Count < key.Count ? [] : headquarters.Where(target, texts, found => key.TrueForAll(part => Same(target.Value(found, part.Column), part.Text)));
    }

    private static bool Same(JToken value, string text) => string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase);
}
