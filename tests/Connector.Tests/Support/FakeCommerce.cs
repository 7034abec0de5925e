using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Support;

/// <summary>As much of Commerce's OData as the connector uses, in memory, with switches for the ways it can fail.</summary>
internal sealed class FakeCommerce : HttpMessageHandler
{
    private readonly Lock _gate = new();

    public FakeTables Tables { get; } = new();

    /// <summary>Every request: method, path and decoded query.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Answers instead of the tables when it returns something.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Before { get; set; }

    /// <summary>Replaces the answer after the tables have worked.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? After { get; set; }

    /// <summary>Waited for before anything is answered.</summary>
    public Func<HttpRequestMessage, Task>? Gate { get; set; }

    /// <summary>Waited for when all is done, before the answer goes out.</summary>
    public Func<HttpRequestMessage, Task>? Done { get; set; }

    /// <summary>What the scale unit answers to a form.</summary>
    public Func<HttpRequestMessage, JsonObject, JsonObject> ScaleUnit { get; set; } = (_, _) => new JsonObject { ["confirmationId"] = "11111111-2222-3333-4444-555555555555" };

    public int PageSize { get; set; } = 10_000;

    /// <summary>What writing Approved does besides.</summary>
    public bool ApprovalMakesHierarchy { get; set; } = true;

    public IEnumerable<string> Writes => Requests.ToArray().Where(request => !request.StartsWith("GET", StringComparison.Ordinal));

    public static HttpResponseMessage Status(int status, string? retryAfter = null, string body = "{\"error\":{\"code\":\"\",\"message\":\"An error has occurred.\"}}", string type = "application/json")
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
        if (Gate is { } gate)
        {
            await gate(request).WaitAsync(cancellationToken);
        }

        var answer = Play(request, body);
        if (Done is { } done)
        {
            await done(request).WaitAsync(cancellationToken);
        }

        return answer;
    }

    private HttpResponseMessage Play(HttpRequestMessage request, JsonObject? body)
    {
        lock (_gate)
        {
            Requests.Add($"{request.Method} {Uri.UnescapeDataString(request.RequestUri!.PathAndQuery)}");
            return Before?.Invoke(request) is { } early ? early : Answer(request, body) is var answer && After?.Invoke(request) is { } late ? late : answer;
        }
    }

    private static HttpResponseMessage Json(JsonNode node, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(node.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };

    private HttpResponseMessage Answer(HttpRequestMessage request, JsonObject? body)
    {
        if (request.Headers.Authorization is null)
        {
            return Status(401);
        }

        var path = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath);
        if (!path.StartsWith("/data/", StringComparison.Ordinal))
        {
            return Json(ScaleUnit(request, body!), HttpStatusCode.Created);
        }

        var query = FakeQuery.Parse(request.RequestUri.Query);
        var address = path["/data/".Length..];
        var set = address.Split('(')[0];
        return request.Method.Method switch
        {
            "GET" when address.Contains('(') => Tables.Find(address) is { } row ? Json(query.Expand(row, Tables)) : Status(404),
            "GET" => Page(request.RequestUri, set, query),
            "POST" => Json(Tables.Insert(set, body!).DeepClone(), HttpStatusCode.Created),
            "PATCH" => Patch(request, address, body!),
            "DELETE" => Delete(set, address),
            _ => Status(405),
        };
    }

    private HttpResponseMessage Delete(string set, string address)
    {
        if (Tables.Find(address) is not { } row)
        {
            return Status(404);
        }

        Tables.Remove(set, row);
        return new HttpResponseMessage(HttpStatusCode.NoContent);
    }

    private HttpResponseMessage Page(Uri address, string set, FakeQuery query)
    {
        var rows = query.Select(Tables.Of(set)).ToList();
        var start = query.PageStart;
        var page = rows.Skip(start).Take(PageSize).Select(row => (JsonNode)query.Expand(row, Tables)).ToArray();
        var answer = new JsonObject { ["value"] = new JsonArray(page) };
        if (start + PageSize < rows.Count)
        {
            answer["@odata.nextLink"] = query.NextLink(address, start + PageSize);
        }

        return Json(answer);
    }

    private HttpResponseMessage Patch(HttpRequestMessage request, string address, JsonObject changes)
    {
        if (Tables.Find(address) is not { } row)
        {
            return Status(404);
        }

        if (request.Headers.TryGetValues("If-Match", out var sent) && sent.Single() != row["@odata.etag"]?.GetValue<string>())
        {
            return Status(412);
        }

        Tables.Change(row, changes);
        if (changes["B2BProspectStatus"]?.GetValue<string>() == "Approved" && ApprovalMakesHierarchy)
        {
            Tables.AddHierarchy(row);
        }

        return new HttpResponseMessage(HttpStatusCode.NoContent);
    }
}
