using System.Net;
using B2BConnector.Console.Tests.Support;

namespace B2BConnector.Console.Tests.Pages;

[Collection(nameof(ConsoleSandbox))]
public sealed class ListPageTests(ConsoleSandbox sandbox)
{
    [Fact]
    public async Task List_All_ShowsEveryStoryWithItsStates()
    {
        var html = WebUtility.HtmlDecode(await sandbox.Pages.GetStringAsync("/"));

        foreach (var story in new[] { sandbox.Won, sandbox.Disqualified, sandbox.Open })
        {
            Assert.Contains($"href=\"{ConsoleSandbox.PathOf(story)}\"", html, StringComparison.Ordinal);
        }

        Assert.Contains("Qualified", html, StringComparison.Ordinal);
        Assert.Contains("Disqualified", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_FilterAndSearch_TakeWhatFits()
    {
        var approved = await sandbox.Pages.GetStringAsync("/?status=approved");
        var searched = await sandbox.Pages.GetStringAsync("/?q=" + Uri.EscapeDataString(sandbox.Open.Key));
        var none = await sandbox.Pages.GetStringAsync("/?q=zzz%3Cb%3E");

        Assert.Contains(ConsoleSandbox.PathOf(sandbox.Won), approved, StringComparison.Ordinal);
        Assert.DoesNotContain(ConsoleSandbox.PathOf(sandbox.Open), approved, StringComparison.Ordinal);
        Assert.Contains(ConsoleSandbox.PathOf(sandbox.Open), searched, StringComparison.Ordinal);
        Assert.DoesNotContain(ConsoleSandbox.PathOf(sandbox.Won) + "\"", searched, StringComparison.Ordinal);
        Assert.Contains("No prospect fits.", none, StringComparison.Ordinal);
        Assert.Contains("value=\"zzz&lt;b&gt;\"", none, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?page=99999999999")]
    [InlineData("/?page=-1&status=%27")]
    [InlineData("/?page=500&q=%00")]
    public async Task List_OddQuery_StillAnswers(string path)
    {
        using var answer = await sandbox.Pages.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_Headers_AllowOnlyOwnFiles()
    {
        using var answer = await sandbox.Pages.GetAsync("/");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("style-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" onclick=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_ForeignHostName_AreRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        using var answer = await sandbox.Pages.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_Post_IsNotOffered()
    {
        using var answer = await sandbox.Pages.PostAsync("/", null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }
}
