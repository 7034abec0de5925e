using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation;

/// <summary>
/// A whole, immutable state of the data. Readers hold one without a lock, a writer makes the next one, and rolling back is to forget it.
/// The rows inside are never handed out nor changed.
/// </summary>
internal sealed class StoreImage(ImmutableDictionary<string, ImmutableSortedDictionary<string, JObject>> tables)
{
    private static readonly ImmutableSortedDictionary<string, JObject> NoRows =
        ImmutableSortedDictionary.Create<string, JObject>(StringComparer.Ordinal);

    public static StoreImage Empty { get; } =
        new(ImmutableDictionary.Create<string, ImmutableSortedDictionary<string, JObject>>(StringComparer.Ordinal));

    public IEnumerable<(string Table, string Key, JObject Row)> Everything =>
        tables.SelectMany(table => table.Value.Select(row => (table.Key, row.Key, row.Value)));

    public ImmutableSortedDictionary<string, JObject> Table(string name) => tables.GetValueOrDefault(name, NoRows);

    public StoreImage With(string table, string key, JObject row) =>
        new(tables.SetItem(table, Table(table).SetItem(key, row)));

    public StoreImage Without(string table, string key) =>
        new(tables.SetItem(table, Table(table).Remove(key)));

    public static StoreImage Of(IEnumerable<(string Table, string Key, JObject Row)> rows) =>
        new(rows.GroupBy(row => row.Table, StringComparer.Ordinal).ToImmutableDictionary(
            table => table.Key,
            table => table.ToImmutableSortedDictionary(row => row.Key, row => row.Row, StringComparer.Ordinal),
            StringComparer.Ordinal));
}
