using System.Collections.Frozen;
using System.Reflection;
using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Emulation;
using B2BConnector.OData.Keys;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Dataverse.Messages;

/// <summary>All messages by name, found once by scan; a name twice stops the start.</summary>
internal static class MessageDispatcher
{
    private static readonly FrozenDictionary<string, (MessageAttribute About, IMessage Message)> All = typeof(MessageDispatcher).Assembly.GetTypes()
        .Select(type => (Type: type, About: type.GetCustomAttribute<MessageAttribute>()))
        .Where(found => found.About is not null)
        .ToFrozenDictionary(found => found.About!.Name, found => (found.About!, (IMessage)Activator.CreateInstance(found.Type)!));

    public static async Task RunAsync(DataverseRequest request, string name, TableDefinition? table, KeyPredicate? key)
    {
        var method = request.Http.Request.Method;
        if (!All.TryGetValue(name, out var found) || found.About.BoundTo != table?.LogicalName) throw DataverseErrors.SegmentNotFound(name);
        if (found.About.IsFunction ? !HttpMethods.IsGet(method) : !HttpMethods.IsPost(method)) throw DataverseErrors.MethodNotAllowed($"http method '{method}'");
        RequestTrace.Name(request.Http, name);
        var parameters = found.About.IsFunction ? [] : await request.BodyAsync();
        var result = request.Engine.Write(request.Caller, data =>
            found.Message.Run(request, data, table is null ? null : new RowKey(data, table).Get(key!), parameters));
        await (result is null ? request.NoContentAsync() : SandboxJson.WriteAsync(request.Http, 200, result, DataverseRequest.JsonType));
    }
}
