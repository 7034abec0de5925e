using B2BConnector.Commerce.Data;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using B2BConnector.Emulation;
using B2BConnector.OData.Json;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Operations;

/// <summary>POST of a row. A row of a legal entity other than the caller's needs cross-company=true (assumed for inserts).</summary>
internal sealed class CreateData : IOperation
{
    public string Method => HttpMethods.Post;

    public string Route => "/data/{**path}";

    public async Task RunAsync(HttpContext context, CommerceSystem system)
    {
        var target = DataTarget.Of(context, system.Entities);
        var type = target.Entity.Type;
        RequestTrace.Name(context, $"{nameof(CreateData)} {type.Collection}");
        if (target.Key is not null || target.Count || target.Entity is not ICreatable entity)
        {
            throw FinOpsErrors.NotWritable(type, "POST");
        }

        var query = DataQuery.Of(context, system.Options, type);
        var row = BodyReader.Read(type, await SandboxJson.ReadAsync(context), forUpdate: false);
        if (type.HasCompany)
        {
            Place(row, system.Options, query.CrossCompany);
        }

        var (body, key) = system.Write(headquarters =>
        {
            RequireCompany(headquarters, type, row);
            var created = entity.Create(headquarters, row);
            return (new RowWriter(headquarters, system.Entities, query).Write(created), DataTarget.Describe(type, created));
        });
        context.Response.Headers.Location = $"{DataResponse.Root(context)}/{type.Collection}({key})";
        await DataResponse.WriteAsync(context, 201, ODataBody.Entity(DataResponse.ContextOf(context, type) + "/$entity", body));
    }

    private static void Place(JObject row, CommerceOptions options, bool crossCompany)
    {
        var company = row.Text(EntityType.Company).ToLowerInvariant();
        row[EntityType.Company] = company.Length == 0 ? options.DefaultLegalEntity : company;
        if (!crossCompany && row.Text(EntityType.Company) != options.DefaultLegalEntity)
        {
            throw FinOpsErrors.BadBody($"The row belongs to the legal entity '{company}', the caller to '{options.DefaultLegalEntity}': add cross-company=true to the address.");
        }
    }

    private static void RequireCompany(HeadquartersSession headquarters, EntityType type, JObject row)
    {
        if (type.HasCompany && !ChannelRegister.LegalEntityExists(headquarters, row.Text(EntityType.Company)))
        {
            throw FinOpsErrors.WriteFailed(type, "CE0209", FinOpsErrors.NotRelated(row.Text(EntityType.Company), "Company", "Legal entities"));
        }
    }
}
