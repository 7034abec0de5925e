using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation;

/// <summary>
/// A whole, immutable state of the data. Readers hold one without a lock, a writer makes the next one, and rolling back is to forget it.
/// The rows inside are never handed out nor changed.
/// </summary>
internal sealed class StoreImage(ImmutableDictionary<string, ImmutableSortedDictionary<string, JObject>> tables)
{
    private static readonly ImmutableDictionary<(string Table, string Column), ColumnIndex> NoIndexes = ImmutableDictionary<(string Table, string Column), ColumnIndex>.Empty;

    // Made when somebody asks first, by whichever reader that is, and kept up to date by each image that follows.
    private ImmutableDictionary<(string Table, string Column), ColumnIndex> _indexes = NoIndexes;

    private static readonly ImmutableSortedDictionary<string, JObject> NoRows =
        ImmutableSortedDictionary.Create<string, JObject>(StringComparer.Ordinal);

    public static StoreImage Empty { get; } =
        new(ImmutableDictionary.Create<string, ImmutableSortedDictionary<string, JObject>>(StringComparer.Ordinal));

    public IEnumerable<(string Table, string Key, JObject Row)> Everything =>
        tables.SelectMany(table => table.Value.Select(row => (table.Key, row.Key, row.Value)));

    public ImmutableSortedDictionary<string, JObject> Table(string name) => tables.GetValueOrDefault(name, NoRows);

    /// <summary>Which rows hold which text in a column.</summary>
    public ColumnIndex Index(string table, string column) =>
        ImmutableInterlocked.GetOrAdd(ref _indexes, (table, column), static (place, image) => ColumnIndex.Of(place.Item2, image.Table(place.Item1)), this);

    public StoreImage With(string table, string key, JObject row) =>
        new(tables.SetItem(table, Table(table).SetItem(key, row))) { _indexes = IndexesWith(table, key, row) };

    public StoreImage Without(string table, string key) =>
        new(tables.SetItem(table, Table(table).Remove(key))) { _indexes = IndexesWith(table, key, null) };

    public static StoreImage Of(IEnumerable<(string Table, string Key, JObject Row)> rows) =>
        new(rows.GroupBy(row => row.Table, StringComparer.Ordinal).ToImmutableDictionary(
            table => table.Key,
            table => table.ToImmutableSortedDictionary(row => row.Key, row => row.Row, StringComparer.Ordinal),
            StringComparer.Ordinal));

    private ImmutableDictionary<(string Table, string Column), ColumnIndex> IndexesWith(string table, string key, JObject? row)
    {
        var indexes = _indexes;
        foreach (var (place, index) in indexes.Where(index => index.Key.Table == table))
        {
            indexes = indexes.SetItem(place, index.With(key, Table(table).GetValueOrDefault(key), row));
        }

        return indexes;
    }
}
