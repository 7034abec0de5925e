using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Emulation;
using B2BConnector.OData.Keys;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Operations;

/// <summary>GET of what a row points to (<c>leads(id)/parentaccountid</c>) or what points to it (<c>leads(id)/Lead_Annotation</c>).</summary>
internal static class ReadRelated
{
    public static Task RunAsync(DataverseRequest request, TableDefinition table, KeyPredicate key, string name)
    {
        var options = request.Query();
        if (request.Model.Collection(table, name) is { } many)
        {
            var other = request.Model.Table(many.Referencing);
            var body = request.Engine.Read(data =>
            {
                var id = DataReader.IdOf(table, new RowKey(data, table).Get(key)).ToString();
                var wire = $"_{many.Column}_value";
                var query = ListRows.Build(data, request, other, options);
                return ListRows.Run(data, request, other, query with { Texts = [.. query.Texts, (wire, id)] }, options.SkipToken, row => (string?)row[wire] == id);
            });
            return SandboxJson.WriteAsync(request.Http, 200, body, DataverseRequest.JsonType);
        }
        if (table.Navigation(name) is not var (column, target)) throw DataverseErrors.SegmentNotFound(name);
        var (found, single) = request.Engine.Read<(TableDefinition? Table, JObject? Row)>(data =>
        {
            var row = new RowKey(data, table).Get(key);
            if (Lookups.Get(row, column.Name) is not { } lookup || (target ?? lookup.Table) != lookup.Table) return (null, null);
            var other = data.Model.Table(lookup.Table);
            return (other, ReadRow.Wire(data, request, other, data.Get(other, lookup.Id), options));
        });
        return found is null ? request.NoContentAsync() : request.WriteRowAsync(200, found, options.Select, single!);
    }
}
