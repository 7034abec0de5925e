using B2BConnector.Console.Tests.Support;

namespace B2BConnector.Console.Tests.Pages;

/// <summary>The events behind the pages, as any client reads them.</summary>
[Collection(nameof(ConsoleSandbox))]
public sealed class EventTests(ConsoleSandbox sandbox)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("/events")]
    [InlineData("won")]
    public async Task Events_WithoutVersion_BeginWithTheWholePart(string path)
    {
        using var stream = await OpenAsync(path == "won" ? ConsoleSandbox.PathOf(sandbox.Won) + "/events" : path);

        var lines = await LinesUntilAsync(stream, line => line.StartsWith("data: ", StringComparison.Ordinal));

        Assert.Contains("retry: 2000", lines);
        Assert.Contains("event: change", lines);
        Assert.Contains(lines, line => line.StartsWith("id: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_OfUnknownProspect_AreNotFound()
    {
        using var answer = await sandbox.Pages.GetAsync("/story/usrt/P-999999/events");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Events_AfterAChange_CarryIt()
    {
        var story = await sandbox.NewLeadAsync();
        using var stream = await OpenAsync(ConsoleSandbox.PathOf(story) + "/events");
        await LinesUntilAsync(stream, line => line.Contains("The lead is open in Sales.", StringComparison.Ordinal));

        await sandbox.DisqualifyAsync(story);

        await LinesUntilAsync(stream, line => line.Contains("Rejected: the story is over.", StringComparison.Ordinal));
    }

    private async Task<StreamReader> OpenAsync(string path)
    {
        var answer = await sandbox.Pages.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        return new StreamReader(await answer.Content.ReadAsStreamAsync());
    }

    private static async Task<List<string>> LinesUntilAsync(StreamReader stream, Func<string, bool> last)
    {
        using var limit = new CancellationTokenSource(Patience, TimeProvider.System);
        var lines = new List<string>();
        do
        {
            lines.Add(await stream.ReadLineAsync(limit.Token) ?? throw new EndOfStreamException());
        }
        while (!last(lines[^1]));
        return lines;
    }
}
