using System.Net;
using B2BConnector.Console.Tests.Support;
using B2BConnector.Host;

namespace B2BConnector.Console.Tests.Pages;

/// <summary>A system that is down is named; the rest still shows.</summary>
[Collection(nameof(ConsoleSandbox))]
public sealed class OutageTests(ConsoleSandbox sandbox)
{
    [Fact]
    public async Task Commerce_Down_ListAndStoryNameItAndShowTheRest()
    {
        await using var console = await ConsoleAlone.StartAsync(sandbox.Addresses with { Commerce = ConsoleAlone.Nowhere() });

        var list = await TextAsync(console, "/");
        var story = await TextAsync(console, ConsoleSandbox.PathOf(sandbox.Won));

        Assert.Contains("Commerce does not answer at localhost:", list, StringComparison.Ordinal);
        Assert.Contains(ConsoleSandbox.PathOf(sandbox.Won), list, StringComparison.Ordinal);
        Assert.Contains("Commerce does not answer at localhost:", story, StringComparison.Ordinal);
        Assert.Contains("cannot be said while a system is down", story, StringComparison.Ordinal);
        Assert.Contains("Lead made", story, StringComparison.Ordinal);
        Assert.Contains(">decide-prospect<", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dataverse_Down_StoryNamesItAndShowsTheRest()
    {
        await using var console = await ConsoleAlone.StartAsync(sandbox.Addresses with { Dataverse = ConsoleAlone.Nowhere() });

        var story = await TextAsync(console, ConsoleSandbox.PathOf(sandbox.Won));

        Assert.Contains("Dataverse does not answer at localhost:", story, StringComparison.Ordinal);
        Assert.Contains("Prospect approved", story, StringComparison.Ordinal);
        Assert.Contains(">create-lead<", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RuntimeAndConnector_Down_StoryNamesBothAndKnowsWhereItStands()
    {
        await using var console = await ConsoleAlone.StartAsync(sandbox.Addresses with { Runtime = ConsoleAlone.Nowhere(), Connector = ConsoleAlone.Nowhere() });

        var story = await TextAsync(console, ConsoleSandbox.PathOf(sandbox.Won));

        Assert.Contains("The workflow runtime does not answer", story, StringComparison.Ordinal);
        Assert.Contains("The connector does not answer", story, StringComparison.Ordinal);
        Assert.Contains("Approved: the company is a customer.", story, StringComparison.Ordinal);
        Assert.Contains("Lead qualified", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_Down_PageStillAnswers()
    {
        var nowhere = ConsoleAlone.Nowhere();
        await using var console = await ConsoleAlone.StartAsync(new SandboxAddresses(nowhere, nowhere, nowhere, nowhere, nowhere));

        Assert.Contains("Nothing can be shown until the systems answer.", await TextAsync(console, "/"), StringComparison.Ordinal);
        Assert.Contains("cannot be said while a system is down", await TextAsync(console, ConsoleSandbox.PathOf(sandbox.Won)), StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(ConsoleAlone console, string path) => WebUtility.HtmlDecode(await console.Pages.GetStringAsync(path));
}
