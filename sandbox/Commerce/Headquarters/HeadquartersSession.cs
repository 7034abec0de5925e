using B2BConnector.Commerce.Model;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Headquarters;

/// <summary>One transaction in headquarters: rows by entity, record ids and versions, number sequences.</summary>
internal sealed class HeadquartersSession(IStoreSession store, CommerceOptions options)
{
    private const string RecordId = "$recId";
    private const string Version = "$version";

    // Record ids of the real system start there; any number above it would do.
    private const long FirstRecordId = 68_719_476_736;

    public CommerceOptions Options { get; } = options;

    public IStoreSession Store { get; } = store;

    public JObject? Find(EntityType type, params string[] key) => Store.Get(type.Collection, EntityType.KeyOf(key));

    /// <summary>The row as it is stored: only to be read.</summary>
    public JObject? Look(EntityType type, params string[] key) => Store.Look(type.Collection, EntityType.KeyOf(key));

    public IEnumerable<JObject> Where(EntityType type, Predicate<JObject> match) => Store.Find(type.Collection, match).Select(found => found.Row);

    /// <summary>The rows that match; each holds these texts in these columns, blanks at the end included.</summary>
    public IEnumerable<JObject> Where(EntityType type, IReadOnlyCollection<(string Column, string Text)> texts, Predicate<JObject> match) =>
        Store.Find(type.Collection, texts, match).Select(found => found.Row);

    public bool Exists(EntityType type, params string[] key) => Look(type, key) is not null;

    public JObject Insert(EntityType type, JObject row)
    {
        row[RecordId] = FirstRecordId + Store.Next("RecId");
        row[Version] = 1;
        Store.Put(type.Collection, type.KeyOf(row), row);
        return row;
    }

    public void Save(EntityType type, JObject row)
    {
        row[Version] = (long)row[Version]! + 1;
        Store.Put(type.Collection, type.KeyOf(row), row);
    }

    public void Delete(EntityType type, JObject row) => Store.Delete(type.Collection, type.KeyOf(row));

    /// <summary>The etag in the form of the real system: base64 of 'RecVersion,RecId' in single quotes.</summary>
    public static string Etag(JObject row)
    {
        var text = $"'{row[Version]},{row[RecordId]}'";
        return "W/\"" + Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(text)) + "\"";
    }

    /// <summary>The next number, at least <paramref name="digits"/> digits long.</summary>
    public string NextNumber(string sequence, string prefix, int digits) =>
        prefix + Store.Next(sequence).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
