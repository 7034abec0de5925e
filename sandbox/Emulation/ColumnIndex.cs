using System.Collections.Immutable;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation;

/// <summary>Which rows of a table hold which text in one column, whatever its case. Immutable, as the image that it belongs to.</summary>
internal sealed class ColumnIndex(string column, ImmutableDictionary<string, ImmutableSortedSet<string>> keys)
{
    private static readonly ImmutableSortedSet<string> NoKeys = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static ColumnIndex Of(string column, IEnumerable<KeyValuePair<string, JObject>> rows)
    {
        var keys = ImmutableDictionary.CreateBuilder<string, ImmutableSortedSet<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in rows.Where(row => Text(row.Value, column) is not null).GroupBy(row => Text(row.Value, column)!, row => row.Key, StringComparer.OrdinalIgnoreCase))
        {
            keys[group.Key] = group.ToImmutableSortedSet(StringComparer.Ordinal);
        }

        return new ColumnIndex(column, keys.ToImmutable());
    }

    /// <summary>The keys of the rows, in order.</summary>
    public ImmutableSortedSet<string> Keys(string text) => keys.GetValueOrDefault(text, NoKeys);

    /// <summary>The index after a row was written or deleted (null: there is none).</summary>
    public ColumnIndex With(string key, JObject? before, JObject? after)
    {
        var (old, now) = (Text(before, column), Text(after, column));
        if (string.Equals(old, now, StringComparison.OrdinalIgnoreCase))
        {
            return this;
        }

        var next = keys;
        if (old is not null)
        {
            var left = Keys(old).Remove(key);
            next = left.IsEmpty ? next.Remove(old) : next.SetItem(old, left);
        }

        if (now is not null)
        {
            next = next.SetItem(now, next.GetValueOrDefault(now, NoKeys).Add(key));
        }

        return new ColumnIndex(column, next);
    }

    private static string? Text(JObject? row, string column) => row?[column] is JValue { Type: JTokenType.String } text ? (string)text! : null;
}
