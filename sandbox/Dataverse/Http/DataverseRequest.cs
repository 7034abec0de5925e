using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Emulation;
using B2BConnector.OData.Keys;
using B2BConnector.OData.Query;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Http;

/// <summary>One request, understood: path, query options, preferences, caller.</summary>
internal sealed record DataverseRequest(HttpContext Http, DataverseEngine Engine, string Version, ResourcePath Path, Caller Caller)
{
    public Preferences Preferences { get; } = Preferences.Read(Http.Request);

    public OrganizationModel Model => Engine.Model;

    /// <summary>The service root as this caller sees it, without slash at the end.</summary>
    public string Root => $"{Http.Request.Scheme}://{Http.Request.Host}/api/data/{Version}";

    public QueryOptions Query()
    {
        var query = QueryOptions.Parse(Http.Request.Query.Select(pair => new KeyValuePair<string, string>(pair.Key, pair.Value.ToString())));
        return query.Ok ? query.Value : throw DataverseErrors.BadQuery(query.Problem.Message);
    }

    public Task<JObject> BodyAsync() => SandboxJson.ReadAsync(Http);

    /// <summary>A request header without quotes around it, or null. The literal text "null" counts as absent: documentation and samples send it to defeat caches.</summary>
    public string? Header(string name) => Http.Request.Headers[name].ToString() is { Length: > 0 } value && value != "null" ? value : null;

    public string UrlOf(TableDefinition table, Guid id) => $"{Root}/{table.SetName}({id})";

    /// <summary>Answers with one row: context and etag as the platform writes them.</summary>
    public Task WriteRowAsync(int status, TableDefinition table, IReadOnlyCollection<string> select, JObject row)
    {
        if ((string?)row["@odata.etag"] is { } etag) Http.Response.Headers.ETag = etag;
        var columns = select.Count > 0 ? $"({string.Join(',', select)})" : "";
        return SandboxJson.WriteAsync(Http, status, OData.Json.ODataBody.Entity($"{Root}/$metadata#{table.SetName}{columns}/$entity", row), JsonType);
    }

    public Task NoContentAsync()
    {
        Http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    public const string JsonType = "application/json; odata.metadata=minimal";
}
