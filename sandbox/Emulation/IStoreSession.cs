using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation;

/// <summary>
/// One consistent view of the data. Inside <see cref="EmulatorStore.Write{T}"/> it sees its own changes; all of them are kept or none.
/// Rows that go in and come out are copies: changing one changes nothing until it is put back. Keys compare ordinally.
/// A session ends with the call that gave it.
/// </summary>
public interface IStoreSession
{
    /// <summary>The row, or null when there is none.</summary>
    JObject? Get(string table, string key);

    /// <summary>The same row, but the stored one instead of a copy: to be read only, and never put into another object.</summary>
    JObject? Look(string table, string key);

    /// <summary>Inserts or replaces. Needs a write session.</summary>
    void Put(string table, string key, JObject row);

    /// <summary>False when there was no such row. Needs a write session.</summary>
    bool Delete(string table, string key);

    /// <summary>All rows in the order of their keys.</summary>
    IEnumerable<(string Key, JObject Row)> All(string table);

    /// <summary>
    /// The rows that match, in the order of their keys. Only matches are copied, which makes this the quick way through a large table;
    /// the predicate looks at the stored row itself and must not change it.
    /// </summary>
    IEnumerable<(string Key, JObject Row)> Find(string table, Predicate<JObject> match);

    /// <summary>
    /// The rows with this text in a column, whatever its case, in the order of their keys: found without walking the table. Rows whose
    /// column holds something else than a text are not found.
    /// </summary>
    IEnumerable<(string Key, JObject Row)> Find(string table, string column, string text);

    /// <summary>
    /// The rows that match, in the order of their keys, where a match has these texts in these columns, whatever their case: the column that
    /// tells rows apart best narrows the search. Without texts the whole table is walked. The predicate looks at the stored row itself and
    /// must not change it.
    /// </summary>
    IEnumerable<(string Key, JObject Row)> Find(string table, IReadOnlyCollection<(string Column, string Text)> texts, Predicate<JObject> match);

    /// <summary>
    /// The same rows, but the stored ones instead of copies: to be read only, and never put into another object. For what looks at many and
    /// answers with little.
    /// </summary>
    IEnumerable<(string Key, JObject Row)> Look(string table, IReadOnlyCollection<(string Column, string Text)> texts, Predicate<JObject> match);

    int Count(string table);

    /// <summary>The next number of a sequence, starting with 1. Needs a write session; given back when the transaction rolls back.</summary>
    long Next(string sequence);
}
