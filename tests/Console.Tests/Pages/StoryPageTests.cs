using System.Net;
using B2BConnector.Console.Tests.Support;

namespace B2BConnector.Console.Tests.Pages;

[Collection(nameof(ConsoleSandbox))]
public sealed class StoryPageTests(ConsoleSandbox sandbox)
{
    [Fact]
    public async Task Story_Won_TellsEverythingInTheOrderInWhichItHappened()
    {
        var html = WebUtility.HtmlDecode(await sandbox.Pages.GetStringAsync(ConsoleSandbox.PathOf(sandbox.Won)));

        var last = 0;
        foreach (var text in new[]
        {
            "Approved: the company is a customer.", "Nobody has to act.", "What happened", "Request sent", "Request pulled into headquarters", "Job P-0001, batch job ", $"Prospect {sandbox.Won.ProspectId} made",
            "Event prospect.created", ">prospect-created<", ">create-lead<", "Lead made", "Lead qualified", "Opportunity made", ">opportunity-closed<", ">decide-prospect<", "Prospect approved", "Customer hierarchy ", "Mail about the approval sent",
        })
        {
            var at = html.IndexOf(text, last, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{text}' is missing, or stands before what it follows:\n{html}");
            last = at;
        }

        foreach (var text in new[] { "Timeline note written", "ccount", "ontact", "Customers known", "Opportunity won", "Decided in Sales, carried over by the workflows.", "The requester is its administrator.", ">ensure-customers<" })
        {
            Assert.Contains(text, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Story_Disqualified_IsOver()
    {
        var html = await sandbox.Pages.GetStringAsync(ConsoleSandbox.PathOf(sandbox.Disqualified));

        Assert.Contains("Rejected: the story is over.", html, StringComparison.Ordinal);
        Assert.Contains("Lead disqualified", html, StringComparison.Ordinal);
        Assert.Contains("Mail about the rejection sent", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_OpenLead_WaitsForTheSeller()
    {
        var html = await sandbox.Pages.GetStringAsync(ConsoleSandbox.PathOf(sandbox.Open));

        Assert.Contains("The lead is open in Sales.", html, StringComparison.Ordinal);
        Assert.Contains("A seller.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_Email_IsMaskedUntilAskedFor()
    {
        var email = sandbox.Won.Sample.Email;

        var masked = WebUtility.HtmlDecode(await sandbox.Pages.GetStringAsync(ConsoleSandbox.PathOf(sandbox.Won)));
        var shown = WebUtility.HtmlDecode(await sandbox.Pages.GetStringAsync(ConsoleSandbox.PathOf(sandbox.Won) + "?emails=shown"));

        Assert.DoesNotContain(email, masked, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"{email[0]}•••@{email.Split('@')[1]}", masked, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(email, shown, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Story_ScriptInNameAndIssue_ShowsAsText()
    {
        var story = await sandbox.NewLeadAsync();
        await sandbox.RenameAsync(story, "<script>alert(1)</script> & Söhne");
        await sandbox.WriteIssueAsync(story, "Two customers fit <b>\"Söhne\"</b>; ask kim@example.com.", "Merge them, then set the issue to Retry.");

        var html = await sandbox.Pages.GetStringAsync(ConsoleSandbox.PathOf(story));
        var list = await sandbox.Pages.GetStringAsync("/?status=issues");

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; Söhne", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html + list, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>\"", html, StringComparison.Ordinal);
        var text = WebUtility.HtmlDecode(html);
        Assert.Contains("Stuck at the step ensure-customers", text, StringComparison.Ordinal);
        Assert.Contains("Merge them, then set the issue to Retry.", text, StringComparison.Ordinal);
        Assert.Contains("k•••@example.com", text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", list, StringComparison.Ordinal);
        Assert.Contains("1 open issue", list, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/story/usrt/P-999999", "Neither Commerce nor Sales knows a prospect P-999999 in the legal entity usrt.")]
    [InlineData("/story/nowhere/P-000001", "in the legal entity nowhere.")]
    [InlineData("/story/usrt/'%20or%20'1", "Neither Commerce nor Sales knows")]
    [InlineData("/story/usrt/P-000001/more", "There is no such page")]
    [InlineData("/favicon.ico", "There is no such page")]
    public async Task Page_Unknown_SaysSoInWords(string path, string sentence)
    {
        using var answer = await sandbox.Pages.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(sentence, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
