using System.Globalization;
using B2BConnector.Dataverse.Callbacks;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rules;
using B2BConnector.Dataverse.Security;
using B2BConnector.Emulation;
using B2BConnector.OData.Evaluation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Rows;

/// <summary>Creates, updates and deletes rows inside one transaction: stamps, rules, keys, callbacks. Everything that writes goes through here.</summary>
internal sealed class DataWriter(DataverseEngine engine, IStoreSession store, Caller caller) : DataReader(engine.Model, store)
{
    public Caller Caller { get; } = caller;

    public DataverseOptions Options => engine.Options;

    public DateTimeOffset Now => engine.Options.Time.GetUtcNow();

    /// <summary>The instant as the platform writes it: UTC, whole seconds.</summary>
    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public Guid Create(TableDefinition table, RowChanges changes)
    {
        var id = changes.Id ?? engine.Options.Ids();
        if (Look(table, id) is not null) throw DataverseErrors.DuplicateId();
        var row = new JObject { [table.PrimaryId] = id.ToString() };
        foreach (var column in table.Columns) Initial(row, column);
        if (table.IsOwned) Lookups.Put(row, "ownerid", "systemuser", Caller.UserId);
        row.Merge(changes.Values);
        var now = Text(Now);
        row["createdon"] = (string?)row["overriddencreatedon"] ?? now;
        if ((string?)row["overriddencreatedon"] is not null) row["overriddencreatedon"] = now;
        Lookups.Put(row, "createdby", "systemuser", Caller.UserId);
        TableRules.For(table).Creating(this, table, row, changes);
        Caller.Access.Require(AccessRight.Create, table, row);
        Save(table, id, null, row);
        CallbackEvents.Raise(this, Store, table, CallbackMessage.Create, row, changes.Columns);
        return id;
    }

    /// <param name="table">The table.</param>
    /// <param name="id">The row; it must exist.</param>
    /// <param name="changes">What to write.</param>
    /// <param name="asMessage">True when a message (QualifyLead, WinOpportunity …) writes: state transitions that an update may not do are allowed.</param>
    /// <param name="raise">False to raise no event.</param>
    public void Update(TableDefinition table, Guid id, RowChanges changes, bool asMessage = false, bool raise = true)
    {
        var before = Get(table, id);
        Caller.Access.Require(AccessRight.Write, table, before);
        if (changes.Columns.Contains("ownerid")) Caller.Access.Require(AccessRight.Assign, table, before);
        var row = (JObject)before.DeepClone();
        foreach (var value in changes.Values.Properties()) row[value.Name] = value.Value;
        if (asMessage) StateAndStatus.Complete(table, before, row, changes);
        else TableRules.For(table).Updating(this, table, before, row, changes);
        Save(table, id, before, row);
        if (raise) CallbackEvents.Raise(this, Store, table, CallbackMessage.Update, row, changes.Columns);
    }

    public void Delete(TableDefinition table, Guid id)
    {
        Caller.Access.Require(AccessRight.Delete, table, Get(table, id));
        Remove(table, id);
    }

    private void Remove(TableDefinition table, Guid id)
    {
        var row = Get(table, id);
        Store.Delete(table.LogicalName, id.ToString());
        foreach (var (other, column) in from other in Model.Tables from column in other.Columns where column.Targets.Contains(table.LogicalName) select (other, column))
        {
            foreach (var referencing in Referencing(other, column.Name, id).ToList())
            {
                // Notes go with the row they are on (parental); every other link is only removed.
                if (other.LogicalName == "annotation" && column.Name == "objectid") Remove(other, IdOf(other, referencing));
                else Unlink(other, column, referencing);
            }
        }
        CallbackEvents.Raise(this, Store, table, CallbackMessage.Delete, row, new HashSet<string>());
    }

    private void Unlink(TableDefinition table, ColumnDefinition column, JObject row)
    {
        Lookups.Put(row, column.Name, null, null);
        Save(table, IdOf(table, row), row, row);
    }

    private static void Initial(JObject row, ColumnDefinition column)
    {
        if (column.Kind == ColumnKind.State) row[column.Name] = column.Options.Keys.Min();
        else if (column is { Kind: ColumnKind.Flag, Default: { } flag }) row[column.Name] = flag == 1;
        else if (column is { Kind: ColumnKind.Choice, Default: { } choice }) row[column.Name] = choice;
    }

    private void Save(TableDefinition table, Guid id, JObject? before, JObject row)
    {
        foreach (var key in table.Keys) RequireUnique(table, key, id, before, row);
        if (table.IsOwned) StampOwner(row);
        row["modifiedon"] = Text(Now);
        Lookups.Put(row, "modifiedby", "systemuser", Caller.UserId);
        row["versionnumber"] = Store.Next("versionnumber");
        foreach (var empty in row.Properties().Where(member => member.Value.Type == JTokenType.Null).ToList()) empty.Remove();
        Store.Put(table.LogicalName, id.ToString(), row);
    }

    // A key with an empty column is not enforced, as on the platform.
    private void RequireUnique(TableDefinition table, AlternateKey key, Guid id, JObject? before, JObject row)
    {
        var values = key.Columns.ToDictionary(column => column, column => row[column]);
        if (values.Values.Any(TokenComparison.IsNull) || (before is not null && values.All(pair => JToken.DeepEquals(before[pair.Key], pair.Value)))) return;
        if (LookByKey(table, values!) is { } other && IdOf(table, other) != id) throw DataverseErrors.DuplicateKey(key);
    }

    private void StampOwner(JObject row)
    {
        var owner = Lookups.Get(row, "ownerid")!.Value;
        var isTeam = owner.Table == "team";
        Lookups.Put(row, "owninguser", "systemuser", isTeam ? null : owner.Id);
        Lookups.Put(row, "owningteam", "team", isTeam ? owner.Id : null);
        Lookups.Put(row, "owningbusinessunit", "businessunit", Caller.BusinessUnitId);
    }
}
