using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>
/// What a request wants to write, checked: values under their wire names (lookups as <c>_x_value</c> with their target beside them, see
/// <see cref="Lookups"/>), and the logical names of all columns that were named, whether or not their value differs.
/// </summary>
internal sealed class RowChanges
{
    public JObject Values { get; } = [];

    public HashSet<string> Columns { get; } = [];

    /// <summary>Rows that are to be made with this one, under their navigation property.</summary>
    public List<JProperty> Nested { get; } = [];

    /// <value>The primary id, when the body names it.</value>
    public Guid? Id { get; set; }

    public RowChanges Set(string column, JToken value)
    {
        Values[column] = value;
        Columns.Add(column);
        return this;
    }

    public RowChanges SetLookup(string column, string? target, Guid? id)
    {
        Lookups.Put(Values, column, target, id);
        Columns.Add(column);
        return this;
    }
}
