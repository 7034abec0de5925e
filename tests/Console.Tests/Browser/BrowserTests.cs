using B2BConnector.Console.Tests.Support;
using OpenQA.Selenium;

namespace B2BConnector.Console.Tests.Browser;

[Collection(nameof(ConsoleSandbox))]
[Trait("Tier", "Long")]
public sealed class BrowserTests(ConsoleSandbox sandbox)
{
    [BrowserFact]
    public async Task Story_ChangedInSales_ShowsItWithoutReload()
    {
        var story = await sandbox.NewLeadAsync();
        using var browser = Chromium.Start();
        browser.Open(sandbox.Addresses.Console, ConsoleSandbox.PathOf(story));
        browser.See("Live");
        browser.See("The lead is open in Sales.");
        browser.Evaluate<bool>("window.sameDocument = true; document.querySelector('details').open = true; return true;");

        await sandbox.DisqualifyAsync(story);

        browser.See("Rejected: the story is over.");
        Assert.True(browser.Evaluate<bool>("return window.sameDocument === true;"), "The page was loaded again.");
        Assert.True(browser.Evaluate<bool>("return document.querySelector('details').open;"), "What was open was closed.");
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task List_NewProspect_AppearsWithoutReload()
    {
        using var browser = Chromium.Start();
        browser.Open(sandbox.Addresses.Console, "/");
        browser.See("Live");
        browser.Evaluate<bool>("window.sameDocument = true; return true;");

        var story = await sandbox.NewLeadAsync();

        browser.See(story.Key);
        Assert.True(browser.Evaluate<bool>("return window.sameDocument === true;"), "The page was loaded again.");
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public void Pages_OnAPhone_DoNotScrollSideways()
    {
        using var browser = Chromium.Start();
        browser.Phone(360);
        foreach (var path in new[] { "/", "/?q=nothing-like-it", ConsoleSandbox.PathOf(sandbox.Won), ConsoleSandbox.PathOf(sandbox.Open), "/story/usrt/P-999999" })
        {
            browser.Open(sandbox.Addresses.Console, path);
            browser.Evaluate<bool>("document.querySelectorAll('details').forEach((details) => { details.open = true; }); return true;");
            var wide = browser.Evaluate<string[]>(
                "return document.documentElement.scrollWidth <= 360 ? [] : [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > 360.5).map((e) => `${e.tagName}.${e.className} ${e.textContent.slice(0, 40)}`);");
            Assert.True(wide.Length == 0, $"{path} is wider than the phone:\n{string.Join('\n', wide)}");
        }
    }

    [BrowserFact]
    public void Pages_BothSchemes_HaveReadableContrast()
    {
        using var browser = Chromium.Start();
        foreach (var scheme in new[] { "light", "dark" })
        {
            browser.Scheme(scheme);
            foreach (var path in new[] { "/", ConsoleSandbox.PathOf(sandbox.Won), ConsoleSandbox.PathOf(sandbox.Open) })
            {
                browser.Open(sandbox.Addresses.Console, path);
                browser.Evaluate<bool>("document.querySelectorAll('details').forEach((details) => { details.open = true; }); return true;");
                var faint = browser.Evaluate<string[]>(Contrast.Script);
                Assert.True(faint.Length == 0, $"{scheme} {path}: contrast below 4.5:\n{string.Join('\n', faint.Distinct())}");
            }
        }
    }

    [BrowserFact]
    public void Run_KeyboardOnly_OpensAndCloses()
    {
        using var browser = Chromium.Start();
        browser.Open(sandbox.Addresses.Console, ConsoleSandbox.PathOf(sandbox.Won));

        browser.Press("details.run > summary", Keys.Enter);
        Assert.True(browser.Evaluate<bool>("return document.querySelector('details.run').open;"));
        browser.Press("details.run > summary", Keys.Space);
        Assert.False(browser.Evaluate<bool>("return document.querySelector('details.run').open;"));
        Assert.Empty(browser.Complaints);
    }

    [BrowserFact]
    public async Task Console_Restarted_PageConnectsAgainAndHasTheNews()
    {
        var story = await sandbox.NewLeadAsync();
        var address = ConsoleAlone.Nowhere();
        using var browser = Chromium.Start();
        await using (await ConsoleAlone.StartAsync(sandbox.Addresses, address))
        {
            browser.Open(address, ConsoleSandbox.PathOf(story));
            browser.See("Live");
        }

        browser.See("Reconnecting");
        await sandbox.DisqualifyAsync(story);
        await using var again = await ConsoleAlone.StartAsync(sandbox.Addresses, address);

        browser.See("Rejected: the story is over.");
    }

    [BrowserFact]
    public void Page_NotFound_HasNoComplaintsButItsStatus()
    {
        using var browser = Chromium.Start();
        browser.Open(sandbox.Addresses.Console, "/story/usrt/P-999999");

        browser.See("There is no such prospect");
        Assert.All(browser.Complaints, complaint => Assert.Contains("404", complaint, StringComparison.Ordinal));
    }
}
