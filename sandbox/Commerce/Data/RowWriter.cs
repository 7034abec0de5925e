using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using B2BConnector.OData.Query;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Data;

/// <summary>Rows as the wire shows them: etag, the selected columns with their defaults, the expanded rows.</summary>
internal sealed class RowWriter(HeadquartersSession headquarters, EntityCatalogue entities, DataQuery query)
{
    private readonly List<EdmProperty> _shown = Shown(query.Type, query.Options.Select);

    /// <param name="row">The stored row: it is only read.</param>
    public JObject Write(JObject row)
    {
        var written = Columns(row, _shown);
        foreach (var item in query.Options.Expand)
        {
            written[item.Property] = Expand(row, item, query.Type.Navigation(item.Property)!);
        }

        return written;
    }

    private static List<EdmProperty> Shown(EntityType type, IReadOnlyList<string> select) =>
        [.. type.Properties.Where(property => select.Count == 0 || select.Contains(property.Name, StringComparer.Ordinal))];

    private static JObject Columns(JObject row, List<EdmProperty> shown)
    {
        var written = new JObject { ["@odata.etag"] = HeadquartersSession.Etag(row) };
        foreach (var property in shown)
        {
            written.Add(property.Name, EntityType.Value(row, property));
        }

        return written;
    }

    private JToken Expand(JObject row, ExpandItem item, Navigation navigation)
    {
        var target = entities.Find(navigation.Collection)!.Type;
        var filter = new RowFilter(target, item.Options.Filter);
        var shown = Shown(target, item.Options.Select);
        var rows = Targets(row, navigation, target).Where(filter.Matches).Select(found => Columns(found, shown));
        return navigation.Many ? new JArray(rows) : rows.FirstOrDefault() ?? (JToken)JValue.CreateNull();
    }

    private IEnumerable<JObject> Targets(JObject row, Navigation navigation, EntityType target)
    {
        var key = navigation.On.Select(pair => (Column: pair.To, Text: query.Type.Value(row, pair.From).ToString())).ToList();
        var texts = key.Where(part => !target.IsDefault(part.Column, part.Text)).ToList();

        // A reference that was never filled points to nothing.
        return texts.Count < key.Count ? [] : headquarters.Store.Look(target.Collection, texts, found => key.TrueForAll(part => Same(target.Value(found, part.Column), part.Text))).Select(found => found.Row);
    }

    private static bool Same(JToken value, string text) => string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase);
}
