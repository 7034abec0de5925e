using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation;

internal sealed class StoreSession(StoreImage image, bool writes) : IStoreSession
{
    private const string Sequences = "$sequences";

    private readonly Dictionary<(string Table, string Key), JObject?> _changes = [];
    private bool _ended;

    public StoreImage Image { get; private set; } = image;

    /// <summary>What to write: the new row, or null for a row that is gone.</summary>
    public IReadOnlyDictionary<(string Table, string Key), JObject?> Changes => _changes;

    public void End() => _ended = true;

    public JObject? Get(string table, string key) => Look(table, key) is { } row ? Copy(row) : null;

    public JObject? Look(string table, string key) => Current.Table(table).GetValueOrDefault(key);

    public int Count(string table) => Current.Table(table).Count;

    public IEnumerable<(string Key, JObject Row)> All(string table) => Find(table, _ => true);

    // Lists, not lazy sequences: a caller that changes rows while it walks them walks the rows as they were.
    public IEnumerable<(string Key, JObject Row)> Find(string table, Predicate<JObject> match) => Find(table, [], match);

    public IEnumerable<(string Key, JObject Row)> Find(string table, string column, string text) =>
        [.. Current.Index(table, column).Keys(text).Select(key => (key, Copy(Current.Table(table)[key])))];

    public IEnumerable<(string Key, JObject Row)> Find(string table, IReadOnlyCollection<(string Column, string Text)> texts, Predicate<JObject> match) =>
        [.. Look(table, texts, match).Select(found => (found.Key, Copy(found.Row)))];

    public IEnumerable<(string Key, JObject Row)> Look(string table, IReadOnlyCollection<(string Column, string Text)> texts, Predicate<JObject> match)
    {
        var rows = Current.Table(table);
        if (texts.Count == 0)
        {
            return [.. rows.Where(row => match(row.Value)).Select(row => (row.Key, row.Value))];
        }

        var narrowest = texts.Select(text => Current.Index(table, text.Column).Keys(text.Text)).MinBy(keys => keys.Count)!;
        return [.. narrowest.Select(key => (key, Row: rows[key])).Where(found => match(found.Row))];
    }

    public void Put(string table, string key, JObject row)
    {
        RequireWrites();
        var kept = Copy(row);
        Image = Image.With(table, key, kept);
        _changes[(table, key)] = kept;
    }

    public bool Delete(string table, string key)
    {
        RequireWrites();
        if (!Image.Table(table).ContainsKey(key))
        {
            return false;
        }

        Image = Image.Without(table, key);
        _changes[(table, key)] = null;
        return true;
    }

    public long Next(string sequence)
    {
        var next = ((long?)Get(Sequences, sequence)?["last"] ?? 0) + 1;
        Put(Sequences, sequence, new JObject { ["last"] = next });
        return next;
    }

    private StoreImage Current => _ended ? throw new InvalidOperationException("The store session has ended.") : Image;

    private static JObject Copy(JObject row) => (JObject)row.DeepClone();

    private void RequireWrites()
    {
        if (!writes || _ended)
        {
            throw new InvalidOperationException("Only a write session that has not ended can change rows.");
        }
    }
}
