using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Queries;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Dataverse.Security;
using B2BConnector.OData.Keys;
using B2BConnector.OData.Query;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Operations;

/// <summary>GET of one row by id or alternate key; with If-None-Match and the current etag 304.</summary>
internal static class ReadRow
{
    public static Task RunAsync(DataverseRequest request, TableDefinition table, KeyPredicate key)
    {
        var options = request.Query();
        var wire = request.Engine.Read(data => Wire(data, request, table, new RowKey(data, table).Get(key), options));
        if (request.Header("If-None-Match") is { } etag && etag == (string?)wire["@odata.etag"])
        {
            request.Http.Response.StatusCode = 304;
            return Task.CompletedTask;
        }
        return request.WriteRowAsync(200, table, options.Select, wire);
    }

    /// <summary>A row as the caller asked for it.</summary>
    public static JObject Wire(DataReader data, DataverseRequest request, TableDefinition table, JObject row, QueryOptions options)
    {
        if (options.Filter is not null || options.OrderBy.Count > 0 || options.Top is not null || options.Skip is not null || options.Count)
            throw DataverseErrors.BadQuery("The query options $filter, $orderby, $top, $skip and $count can be used only with a collection.");
        QueryCheck.Check(data.Model, table, options);
        request.Caller.Access.Require(AccessRight.Read, table, row);
        var writer = new RowWriter(data, request.Preferences.Annotations);
        var wire = writer.Write(table, row, options.Select);
        new ExpandRows(data, writer, request.Caller.Access).Add(table, row, wire, options.Expand);
        return wire;
    }
}
