using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.OData.Keys;

namespace B2BConnector.Dataverse.Operations;

/// <summary>DELETE of one row: 204, 404 when it is not there, 412 when If-Match names another version.</summary>
internal static class DeleteRow
{
    public static Task RunAsync(DataverseRequest request, TableDefinition table, KeyPredicate key)
    {
        if (table.LogicalName == "savedquery") throw DataverseErrors.Unsupported("writing views over the Web API; they come from the solution folder");
        request.Engine.Write(request.Caller, data =>
        {
            var row = new RowKey(data, table).Get(key);
            Precondition.Check(request, row);
            data.Delete(table, DataReader.IdOf(table, row));
            return true;
        });
        return request.NoContentAsync();
    }
}
