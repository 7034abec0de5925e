using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Operations;

/// <summary>POST to an entity set: 204 with OData-EntityId, or 201 with the row for <c>return=representation</c>.</summary>
internal static class CreateRow
{
    public static async Task RunAsync(DataverseRequest request, TableDefinition table)
    {
        if (table.LogicalName == "savedquery") throw DataverseErrors.Unsupported("writing views over the Web API; they come from the solution folder");
        var body = await request.BodyAsync();
        var options = request.Query();
        var (id, wire) = request.Engine.Write(request.Caller, data =>
        {
            var created = DeepInsert.Create(data, table, body);
            return (created, request.Preferences.Representation ? ReadRow.Wire(data, request, table, data.Get(table, created), options) : null);
        });
        await AnswerAsync(request, table, id, wire, options.Select);
    }

    /// <summary>The answer of a write that made a row.</summary>
    public static Task AnswerAsync(DataverseRequest request, TableDefinition table, Guid id, JObject? wire, IReadOnlyCollection<string> select)
    {
        request.Http.Response.Headers["OData-EntityId"] = request.UrlOf(table, id);
        request.Http.Response.Headers.Location = request.UrlOf(table, id);
        if (wire is null) return request.NoContentAsync();
        request.Http.Response.Headers["Preference-Applied"] = "return=representation";
        return request.WriteRowAsync(201, table, select, wire);
    }
}
