using B2BConnector.Host.ConsolePages.Components;
using B2BConnector.Host.ConsolePages.Live;
using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Reading;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Host.ConsolePages;

/// <summary>The list: <c>/</c> and its events <c>/events</c>.</summary>
internal sealed class ListRoutes(ListReader reader, PageRenderer pages, EventStream events, TimeProvider time)
{
    private readonly SharedReads<LivePage<ListView>> _shared = new(
        async (query, stop) => LivePage<ListView>.Of(await reader.ReadAsync(QueryOf(query), stop)), EventStream.Interval * 0.9, time);

    public void Map(WebApplication app)
    {
        app.MapGet("/", (Delegate)ShowAsync);
        app.MapGet("/events", EventsAsync);
        app.MapGet("{*path}", MissingAsync).WithOrder(int.MaxValue);
    }

    private async Task<IResult> ShowAsync(HttpContext context)
    {
        var page = LivePage<ListView>.Of(await reader.ReadAsync(Read(context), context.RequestAborted));
        return Html(await pages.RenderAsync<ListPage>(false, (nameof(ListPage.List), page.View), (nameof(ListPage.Version), page.Version)));
    }

    private Task EventsAsync(HttpContext context) => events.SendAsync(context, async stop =>
    {
        var page = await _shared.ReadAsync(Text(Read(context)), stop);
        return (page.Version, () => pages.RenderAsync<ListBody>(false, (nameof(ListBody.List), page.View)));
    });

    private async Task<IResult> MissingAsync() => Html(
        await pages.RenderAsync<NotFoundPage>(false, (nameof(NotFoundPage.Title), "There is no such page"), (nameof(NotFoundPage.Text), "The console has the list of prospects, and one page for each.")),
        StatusCodes.Status404NotFound);

    internal static IResult Html(string html, int status = StatusCodes.Status200OK) => Results.Content(html, "text/html; charset=utf-8", statusCode: status);

    private static ListQuery Read(HttpContext context)
    {
        var query = context.Request.Query;
        var search = query["q"].ToString().Trim();
        return new ListQuery(
            query["status"].ToString(),
            search.Length > 100 ? search[..100] : search,
            int.TryParse(query["page"], out var page) && page > 0 ? page : 1);
    }

    // The key under which watchers share their reads.
    private static string Text(ListQuery query) => $"{query.Page}|{query.Status}|{query.Search}";

    private static ListQuery QueryOf(string text)
    {
        var parts = text.Split('|', 3);
        return new ListQuery(parts[1], parts[2], int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture));
    }
}
