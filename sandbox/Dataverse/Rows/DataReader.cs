using System.Globalization;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Emulation;
using B2BConnector.OData.Evaluation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>Reads rows in one consistent state. Rows hold wire names and leave out nulls.</summary>
internal class DataReader(OrganizationModel model, IStoreSession store)
{
    public OrganizationModel Model { get; } = model;

    protected IStoreSession Store { get; } = store;

    public JObject? Find(TableDefinition table, Guid id) =>
        table.LogicalName == "savedquery" ? Views().FirstOrDefault(view => (string?)view["savedqueryid"] == id.ToString()) : Store.Get(table.LogicalName, id.ToString());

    /// <summary>The same, the stored row itself: only to be read.</summary>
    public JObject? Look(TableDefinition table, Guid id) =>
        table.LogicalName == "savedquery" ? Find(table, id) : Store.Look(table.LogicalName, id.ToString());

    public JObject Get(TableDefinition table, Guid id) => Find(table, id) ?? throw DataverseErrors.RowNotFound(table, id);

    /// <summary>All rows that pass, in the order of their ids. The predicate must not change the row.</summary>
    public IEnumerable<JObject> Where(TableDefinition table, Predicate<JObject> match) =>
        table.LogicalName == "savedquery" ? Views().Where(view => match(view)) : Store.Find(table.LogicalName, match).Select(found => found.Row);

    /// <summary>The same, for a predicate that only rows with these texts in these columns can pass, whatever their case.</summary>
    public IEnumerable<JObject> Where(TableDefinition table, IReadOnlyCollection<(string Column, string Text)> texts, Predicate<JObject> match) =>
        table.LogicalName == "savedquery" ? Where(table, match) : Store.Find(table.LogicalName, texts, match).Select(found => found.Row);

    /// <summary>The same, the stored rows themselves: only to be read and written out.</summary>
    public IEnumerable<JObject> Look(TableDefinition table, IReadOnlyCollection<(string Column, string Text)> texts, Predicate<JObject> match) =>
        table.LogicalName == "savedquery" ? Where(table, match) : Store.Look(table.LogicalName, texts, match).Select(found => found.Row);

    /// <summary>Rows of <paramref name="table"/> whose lookup points to the row, as they are stored: only to be read.</summary>
    public IEnumerable<JObject> LookReferencing(TableDefinition table, string column, Guid id) =>
        Store.Look(table.LogicalName, [($"_{column}_value", id.ToString())], _ => true).Select(found => found.Row);

    /// <summary>Copies of them.</summary>
    public IEnumerable<JObject> Referencing(TableDefinition table, string column, Guid id) =>
        Store.Find(table.LogicalName, $"_{column}_value", id.ToString()).Select(found => found.Row);

    /// <summary>Rows with that text in a column, as they are stored: only to be read.</summary>
    public IEnumerable<JObject> With(string table, string column, string text) => Store.Look(table, [(column, text)], _ => true).Select(found => found.Row);

    /// <summary>The row with these values in the columns of a key, as it is stored: only to be read.</summary>
    public JObject? LookByKey(TableDefinition table, IReadOnlyDictionary<string, JToken> values)
    {
        var texts = values.Where(pair => pair.Value.Type == JTokenType.String).Select(pair => (pair.Key, (string)pair.Value!)).ToList();
        return Look(table, texts, row => values.All(pair => TokenComparison.Compare(row[pair.Key], pair.Value, StringComparison.OrdinalIgnoreCase) == 0)).FirstOrDefault();
    }

    /// <summary>The id of a row.</summary>
    public static Guid IdOf(TableDefinition table, JObject row) => Guid.Parse((string)row[table.PrimaryId]!, CultureInfo.InvariantCulture);

    // Views come from the solution folder at every start: they are rows nobody stored.
    private IEnumerable<JObject> Views() => Model.Views.OrderBy(view => view.Id.ToString(), StringComparer.Ordinal).Select(view => new JObject
    {
        ["savedqueryid"] = view.Id.ToString(),
        ["name"] = view.Name,
        ["returnedtypecode"] = view.Table,
        ["fetchxml"] = view.FetchXml,
        ["layoutxml"] = view.LayoutXml,
        ["querytype"] = view.QueryType,
        ["isdefault"] = view.IsDefault,
        ["isquickfindquery"] = false,
    });
}
