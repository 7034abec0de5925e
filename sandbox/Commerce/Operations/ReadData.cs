using B2BConnector.Commerce.Data;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Emulation;
using B2BConnector.OData.Json;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Commerce.Operations;

/// <summary>GET of a collection, of one row by key, and of a count.</summary>
internal sealed class ReadData : IOperation
{
    public string Method => HttpMethods.Get;

    public string Route => "/data/{**path}";

    public Task RunAsync(HttpContext context, CommerceSystem system)
    {
        var target = DataTarget.Of(context, system.Entities);
        var type = target.Entity.Type;
        RequestTrace.Name(context, $"{nameof(ReadData)} {type.Collection}");
        var query = DataQuery.Of(context, system.Options, type);
        return target switch
        {
            { Count: true } => Plain(context, system.Read(headquarters => CollectionReader.Count(headquarters, query))),
            { Key: null } => DataResponse.WriteAsync(context, 200, system.Read(headquarters => CollectionReader.Page(headquarters, system.Entities, query, context))),
            _ => One(context, system, target, query),
        };
    }

    private static Task One(HttpContext context, CommerceSystem system, DataTarget target, DataQuery query)
    {
        var type = target.Entity.Type;
        var body = system.Read(headquarters =>
        {
            var row = headquarters.Look(type, [.. target.Key!]) is { } found && query.Visible(found) ? found : throw FinOpsErrors.NoRow(type, target.KeyText);
            return ODataBody.Entity(DataResponse.ContextOf(context, type) + "/$entity", new RowWriter(headquarters, system.Entities, query).Write(row));
        });
        return DataResponse.WriteAsync(context, 200, body);
    }

    private static Task Plain(HttpContext context, int count)
    {
        context.Response.ContentType = "text/plain";
        context.Response.Headers["OData-Version"] = "4.0";
        return context.Response.WriteAsync(count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}
