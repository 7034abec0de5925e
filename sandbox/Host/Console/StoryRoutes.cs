using B2BConnector.Host.ConsolePages.Components;
using B2BConnector.Host.ConsolePages.Live;
using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Reading;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Host.ConsolePages;

/// <summary>A story: <c>/story/{legalEntity}/{prospectId}</c> and its events.</summary>
internal sealed class StoryRoutes(StoryReader reader, PageRenderer pages, EventStream events, TimeProvider time)
{
    private const string Route = "/story/{legalEntity}/{prospectId}";

    private readonly SharedReads<LivePage<StoryView>?> _shared = new(
        async (key, stop) => await reader.ReadAsync(KeyOf(key), stop) is { } story ? LivePage<StoryView>.Of(story) : null, EventStream.Interval * 0.9, time);

    public void Map(WebApplication app)
    {
        app.MapGet(Route, ShowAsync);
        app.MapGet(Route + "/events", EventsAsync);
    }

    private async Task<IResult> ShowAsync(HttpContext context, string legalEntity, string prospectId)
    {
        var key = new ProspectKey(legalEntity, prospectId);
        if (await reader.ReadAsync(key, context.RequestAborted) is not { } story)
        {
            return ListRoutes.Html(
                await pages.RenderAsync<NotFoundPage>(
                    false,
                    (nameof(NotFoundPage.Title), "There is no such prospect"),
                    (nameof(NotFoundPage.Text), $"Neither Commerce nor Sales knows a prospect {key.ProspectId} in the legal entity {key.LegalEntity}. The key is in the list of all prospects.")),
                StatusCodes.Status404NotFound);
        }

        var page = LivePage<StoryView>.Of(story);
        var emails = ShowsEmails(context);
        return ListRoutes.Html(await pages.RenderAsync<StoryPage>(
            emails,
            (nameof(StoryPage.Story), page.View),
            (nameof(StoryPage.Version), page.Version),
            (nameof(StoryPage.Events), $"{key.Path}/events{(emails ? "?emails=shown" : "")}"),
            (nameof(StoryPage.Emails), emails)));
    }

    private async Task EventsAsync(HttpContext context, string legalEntity, string prospectId)
    {
        var key = $"{legalEntity}|{prospectId}";
        if (await _shared.ReadAsync(key, context.RequestAborted) is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var emails = ShowsEmails(context);
        await events.SendAsync(context, async stop => await _shared.ReadAsync(key, stop) is { } page
            ? (page.Version, () => pages.RenderAsync<StoryBody>(emails, (nameof(StoryBody.Story), page.View), (nameof(StoryBody.Emails), emails)))
            : ("gone", () => Task.FromResult("<p class=\"empty\">This prospect is gone.</p>")));
    }

    private static bool ShowsEmails(HttpContext context) => context.Request.Query["emails"] == "shown";

    private static ProspectKey KeyOf(string text)
    {
        var parts = text.Split('|', 2);
        return new ProspectKey(parts[0], parts[1]);
    }
}
