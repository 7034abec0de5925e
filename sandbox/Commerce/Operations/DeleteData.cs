using B2BConnector.Commerce.Data;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Commerce.Operations;

/// <summary>DELETE of a row by key, where the entity allows it.</summary>
internal sealed class DeleteData : IOperation
{
    public string Method => HttpMethods.Delete;

    public string Route => "/data/{**path}";

    public Task RunAsync(HttpContext context, CommerceSystem system)
    {
        var target = DataTarget.Of(context, system.Entities);
        var type = target.Entity.Type;
        RequestTrace.Name(context, $"{nameof(DeleteData)} {type.Collection}");
        if (target.Key is null || target.Entity is not IDeletable entity)
        {
            throw FinOpsErrors.NotWritable(type, "DELETE");
        }

        var query = DataQuery.Of(context, system.Options, type);
        system.Write(headquarters =>
        {
            entity.Delete(headquarters, target.ForWrite(headquarters, query, context));
            return true;
        });
        context.Response.Headers["OData-Version"] = "4.0";
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }
}
