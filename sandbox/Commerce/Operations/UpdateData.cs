using B2BConnector.Commerce.Data;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using B2BConnector.Emulation;
using B2BConnector.OData.Json;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Commerce.Operations;

/// <summary>PATCH of a row by key: 204, or 200 with the row when <c>Prefer: return=representation</c> asks for it.</summary>
internal sealed class UpdateData : IOperation
{
    public string Method => HttpMethods.Patch;

    public string Route => "/data/{**path}";

    public async Task RunAsync(HttpContext context, CommerceSystem system)
    {
        var target = DataTarget.Of(context, system.Entities);
        var type = target.Entity.Type;
        RequestTrace.Name(context, $"{nameof(UpdateData)} {type.Collection}");
        if (target.Key is null || target.Entity is not IUpdatable entity)
        {
            throw FinOpsErrors.NotWritable(type, "PATCH");
        }

        var query = DataQuery.Of(context, system.Options, type);
        var changes = BodyReader.Read(type, await SandboxJson.ReadAsync(context), forUpdate: true);
        var (body, etag) = system.Write(headquarters =>
        {
            var row = target.ForWrite(headquarters, query, context);
            BodyReader.DropUnchangedKeys(type, row, changes);
            entity.Update(headquarters, row, changes);
            var saved = headquarters.Look(type, [.. target.Key])!;
            return (new RowWriter(headquarters, system.Entities, query).Write(saved), HeadquartersSession.Etag(saved));
        });
        context.Response.Headers.ETag = etag;
        if (context.Request.Headers["Prefer"].ToString().Contains("return=representation", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers["Preference-Applied"] = "return=representation";
            await DataResponse.WriteAsync(context, 200, ODataBody.Entity(DataResponse.ContextOf(context, type) + "/$entity", body));
            return;
        }

        context.Response.Headers["OData-Version"] = "4.0";
        context.Response.StatusCode = 204;
    }
}
