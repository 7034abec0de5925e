using B2BConnector.Dataverse.Batch;
using B2BConnector.Dataverse.Messages;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Operations;
using B2BConnector.Emulation;
using B2BConnector.OData.Keys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace B2BConnector.Dataverse.Http;

/// <summary>Finds out what a request below /api/data/v9.x asks for and hands it to that operation.</summary>
internal sealed class DataverseEndpoint(DataverseEngine engine, CallerDirectory callers)
{
    private const string Namespace = "Microsoft.Dynamics.CRM.";
    private static readonly string[] Versions = ["v9.0", "v9.1", "v9.2"];

    public Task HandleAsync(HttpContext http) => HandleAsync(http, engine);

    private async Task HandleAsync(HttpContext http, DataverseEngine engine)
    {
        http.Response.Headers["OData-Version"] = "4.0";
        http.Response.Headers["x-ms-dop-hint"] = "4";
        http.Response.Headers["REQ_ID"] = engine.Options.Ids().ToString();
        // The raw path, because a slash inside a key value arrives as %2F and must not cut the path.
        var raw = http.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0]["/api/data/".Length..].Split('/', 2);
        if (Array.Find(Versions, known => raw[0].StartsWith(known, StringComparison.OrdinalIgnoreCase)) is not { } version) throw DataverseErrors.SegmentNotFound(raw[0]);
        var path = ResourcePath.Parse(Uri.UnescapeDataString(raw.Length > 1 ? raw[1] : ""));
        if (!path.Ok) throw DataverseErrors.BadQuery(path.Problem.Message);
        var request = new DataverseRequest(http, engine, version, path.Value, callers.Find(http));
        await RouteAsync(request);
    }

    private Task RouteAsync(DataverseRequest request) => request.Path.Segments switch
    {
        [{ Name: "", Key: null }] => ServiceDocument.WriteAsync(request),
        [{ Name: "$metadata" }] => MetadataDocument.WriteAsync(request),
        [{ Name: "$batch", Key: null }] => Named(request, "Batch", () => RunBatch.RunAsync(request, HandleAsync)),
        [{ Key: null } set] when request.Model.FindSet(set.Name) is { } table => SetAsync(request, table),
        [{ Key: { } key } set] when request.Model.FindSet(set.Name) is { } table => RowAsync(request, table, key),
        [{ Key: { } key } set, var next] when request.Model.FindSet(set.Name) is { } table => BelowRowAsync(request, table, key, next),
        [{ Name: "EntityDefinitions" or "RelationshipDefinitions" or "GlobalOptionSetDefinitions" } definitions, ..] => throw DataverseErrors.Unsupported(definitions.Name),
        [{ Key: not null } set, _, _, ..] when request.Model.FindSet(set.Name) is not null => throw DataverseErrors.Unsupported("paths of more than one step below a row ($ref included)"),
        [{ Key: null } message] => MessageDispatcher.RunAsync(request, Plain(message.Name), null, null),
        var segments => throw DataverseErrors.SegmentNotFound(segments[^1].Name),
    };

    private static Task SetAsync(DataverseRequest request, TableDefinition table) => request.Http.Request.Method switch
    {
        "GET" => Named(request, $"List {table.SetName}", () => ListRows.RunAsync(request, table)),
        "POST" => Named(request, $"Create {table.LogicalName}", () => CreateRow.RunAsync(request, table)),
        var method => throw DataverseErrors.MethodNotAllowed($"http method '{method}'"),
    };

    private static Task RowAsync(DataverseRequest request, TableDefinition table, KeyPredicate key) => request.Http.Request.Method switch
    {
        "GET" => Named(request, $"Read {table.LogicalName}", () => ReadRow.RunAsync(request, table, key)),
        "PATCH" => Named(request, $"Upsert {table.LogicalName}", () => UpsertRow.RunAsync(request, table, key)),
        "DELETE" => Named(request, $"Delete {table.LogicalName}", () => DeleteRow.RunAsync(request, table, key)),
        var method => throw DataverseErrors.MethodNotAllowed($"http method '{method}'"),
    };

    private static Task BelowRowAsync(DataverseRequest request, TableDefinition table, KeyPredicate key, PathSegment next)
    {
        if (HttpMethods.IsPost(request.Http.Request.Method)) return MessageDispatcher.RunAsync(request, Plain(next.Name), table, key);
        if (!HttpMethods.IsGet(request.Http.Request.Method)) throw DataverseErrors.Unsupported($"{request.Http.Request.Method} on '{next.Name}' of a row");
        return Named(request, $"Read {table.LogicalName}/{next.Name}", () => ReadRelated.RunAsync(request, table, key, next.Name));
    }

    private static Task Named(DataverseRequest request, string operation, Func<Task> run)
    {
        RequestTrace.Name(request.Http, operation);
        return run();
    }

    private static string Plain(string name) => name.StartsWith(Namespace, StringComparison.Ordinal) ? name[Namespace.Length..] : name;
}
