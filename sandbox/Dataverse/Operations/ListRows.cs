using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Queries;
using B2BConnector.Dataverse.Rows;
using B2BConnector.Dataverse.Security;
using B2BConnector.Emulation;
using B2BConnector.OData.Evaluation;
using B2BConnector.OData.Json;
using B2BConnector.OData.Query;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Operations;

/// <summary>GET of an entity set: query options, <c>savedQuery=</c> or <c>fetchXml=</c>, page by page.</summary>
internal static class ListRows
{
    public static Task RunAsync(DataverseRequest request, TableDefinition table)
    {
        var options = request.Query();
        var body = request.Engine.Read(data => Run(data, request, table, Build(data, request, table, options), options.SkipToken, _ => true));
        return SandboxJson.WriteAsync(request.Http, 200, body, DataverseRequest.JsonType);
    }

    /// <summary>One page of the rows that pass both the query and <paramref name="within"/>.</summary>
    public static JObject Run(DataReader data, DataverseRequest request, TableDefinition table, RowQuery query, string? skipToken, Predicate<JObject> within)
    {
        var cookie = skipToken is null ? null : PageCookie.Read(skipToken);
        // The id makes the order total: a page never starts in the middle of equal rows.
        OrderItem[] order = [.. query.Order, new OrderItem(table.PrimaryId, false, 0)];
        var sorter = new RowOrder(EvaluationOptions.Dataverse);
        var access = request.Caller.Access;
        access.RequirePrivilege(AccessRight.Read, table);
        var matches = data.Look(table, query.Texts, row => within(row) && query.Passes(row) && access.Can(AccessRight.Read, table, row)).ToList();
        var rest = sorter.Apply(matches, order).Where(row => cookie is null || sorter.Compare(row, cookie.Last, order) > 0).ToList();
        // With a page size $top is ignored, as the platform documents.
        var limit = request.Preferences.PageSize ?? Math.Min(query.Top ?? Preferences.LargestPage, Preferences.LargestPage);
        var page = rest.Take(limit).ToList();
        var more = rest.Count > page.Count && (request.Preferences.PageSize is not null || query.Top is null);
        var writer = new RowWriter(data, request.Preferences.Annotations);
        var expand = new ExpandRows(data, writer, access);
        var rows = page.Select(row =>
        {
            var wire = writer.Write(table, row, query.Select, query.OmitNulls);
            expand.Add(table, row, wire, query.Expand);
            return wire;
        }).ToList();
        var columns = query.Select.Count > 0 ? $"({string.Join(',', query.Select)})" : "";
        return ODataBody.Collection(
            $"{request.Root}/$metadata#{table.SetName}{columns}", rows, query.Count ? matches.Count : null,
            more ? NextLink(request, new PageCookie((cookie?.Page ?? 1) + 1, Last(page[^1], order))) : null,
            Totals(request, query, matches.Count));
    }

    /// <summary>The query behind the options of a request.</summary>
    public static RowQuery Build(DataReader data, DataverseRequest request, TableDefinition table, QueryOptions options)
    {
        if (options.Custom.TryGetValue("savedQuery", out var view)) return new FetchReader(data.Model, request.Caller.UserId).Read(table, ViewOf(data, table, view).FetchXml);
        if (options.Custom.TryGetValue("fetchXml", out var fetch)) return new FetchReader(data.Model, request.Caller.UserId).Read(table, fetch);
        if (options.Custom.ContainsKey("userQuery")) throw DataverseErrors.Unsupported("userQuery");
        QueryCheck.Check(data.Model, table, options);
        return new RowQuery(options.Filter is { } filter ? new FilterRows(data, table, filter).Passes : _ => true, options.OrderBy, options.Select)
        {
            Texts = [.. RequiredTexts.Of(options.Filter)], Expand = options.Expand, Top = options.Top, Count = options.Count,
        };
    }

    private static ViewDefinition ViewOf(DataReader data, TableDefinition table, string text)
    {
        if (!Guid.TryParse(text, out var id)) throw DataverseErrors.BadQuery("The savedQuery parameter is not a guid.");
        var view = data.Model.Views.FirstOrDefault(candidate => candidate.Id == id) ?? throw DataverseErrors.RowNotFound(data.Model.Table("savedquery"), id);
        return view.Table == table.LogicalName ? view : throw DataverseErrors.BadQuery($"The saved query '{id}' is one of '{view.Table}', not of '{table.LogicalName}'.");
    }

    private static JObject Last(JObject row, OrderItem[] order)
    {
        var last = new JObject();
        foreach (var item in order) last[item.Property] = row[item.Property]?.DeepClone();
        return last;
    }

    private static string NextLink(DataverseRequest request, PageCookie cookie)
    {
        var kept = request.Http.Request.Query.Where(pair => pair.Key != "$skiptoken").Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}");
        var query = string.Join('&', [.. kept, "$skiptoken=" + Uri.EscapeDataString(cookie.Write())]);
        return $"{request.Http.Request.Scheme}://{request.Http.Request.Host}{request.Http.Request.Path}?{query}";
    }

    private static JObject? Totals(DataverseRequest request, RowQuery query, int count) =>
        query.Count && request.Preferences.Annotations.Wants(Annotations.TotalCount)
            ? new JObject { ["@" + Annotations.TotalCount] = count, ["@" + Annotations.TotalCountExceeded] = false }
            : null;
}
