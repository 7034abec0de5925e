using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using B2BConnector.OData.Query;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Data;

/// <summary>Rows as the wire shows them: etag, the selected columns with their defaults, the expanded rows.</summary>
internal sealed class RowWriter(HeadquartersSession headquarters, EntityCatalogue entities, DataQuery query)
{
    private readonly Dictionary<string, ILookup<string, JObject>> _targets = new(StringComparer.Ordinal);

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
        var key = Key(navigation.On.Select(pair => query.Type.Value(row, pair.From)));
        var rows = Targets(navigation, target)[key].Where(filter.Matches).Select(found => Columns(target, found, item.Options.Select));
        return navigation.Many ? new JArray(rows) : rows.FirstOrDefault() ?? (JToken)JValue.CreateNull();
    }

    // Grouped once per request, however many rows the page has.
    private ILookup<string, JObject> Targets(Navigation navigation, EntityType target)
    {
        if (!_targets.TryGetValue(navigation.Name, out var lookup))
        {
            lookup = headquarters.Where(target, _ => true).ToLookup(found => Key(navigation.On.Select(pair => target.Value(found, pair.To))), StringComparer.Ordinal);
            _targets[navigation.Name] = lookup;
        }

        return lookup;
    }

    private static string Key(IEnumerable<JToken> values) => EntityType.KeyOf(values.Select(value => value.ToString()));
}
