using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.OData.Keys;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Operations;

/// <summary>
/// PATCH by id or alternate key: updates the row, or creates it. <c>If-Match: *</c> only updates (404), <c>If-Match: W/"n"</c> only that version (412),
/// <c>If-None-Match: *</c> only creates (412). 204, or with <c>return=representation</c> 200 (updated) and 201 (created).
/// </summary>
internal static class UpsertRow
{
    public static async Task RunAsync(DataverseRequest request, TableDefinition table, KeyPredicate key)
    {
        if (table.LogicalName == "savedquery") throw DataverseErrors.Unsupported("writing views over the Web API; they come from the solution folder");
        var body = await request.BodyAsync();
        var options = request.Query();
        var (id, created, wire) = request.Engine.Write(request.Caller, data =>
        {
            var rowKey = new RowKey(data, table);
            var existing = rowKey.Find(key);
            Precondition.Check(request, existing);
            if (existing is null && request.Header("If-Match") is not null) rowKey.Get(key);
            var written = existing is null ? Create(data, table, rowKey, key, body) : Update(data, table, rowKey, key, existing, body);
            var row = request.Preferences.Representation ? ReadRow.Wire(data, request, table, data.Get(table, written), options) : null;
            return (written, existing is null, row);
        });
        if (created)
        {
            await CreateRow.AnswerAsync(request, table, id, wire, options.Select);
            return;
        }
        request.Http.Response.Headers["OData-EntityId"] = request.UrlOf(table, id);
        if (wire is not null) request.Http.Response.Headers["Preference-Applied"] = "return=representation";
        await (wire is null ? request.NoContentAsync() : request.WriteRowAsync(200, table, options.Select, wire));
    }

    private static Guid Create(DataWriter data, TableDefinition table, RowKey rowKey, KeyPredicate key, JObject body)
    {
        var changes = new PayloadReader(data, table, creates: true).Read(body);
        if (rowKey.IdOf(key) is { } id) changes.Id = id;
        else foreach (var (column, value) in rowKey.ValuesOf(key)) changes.Set(column, value);
        return data.Create(table, changes);
    }

    private static Guid Update(DataWriter data, TableDefinition table, RowKey rowKey, KeyPredicate key, JObject existing, JObject body)
    {
        var changes = new PayloadReader(data, table, creates: false).Read(body);
        if (rowKey.IdOf(key) is null)
        {
            // The columns of the key in the URL are not updated.
            foreach (var (column, _) in key.Named)
            {
                changes.Values.Remove(column);
                changes.Columns.Remove(column);
            }
        }
        var id = DataReader.IdOf(table, existing);
        data.Update(table, id, changes);
        return id;
    }
}
