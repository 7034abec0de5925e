using System.Text.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace B2BConnector.Console.Tests.Browser;

/// <summary>The system's Chromium without a window, with a profile of its own.</summary>
internal sealed class Chromium : IDisposable
{
    private static readonly string? Browser = Find("chromium", "chromium-browser", "google-chrome");
    private static readonly string? Driver = Find("chromedriver");
    private readonly string _profile = Directory.CreateTempSubdirectory("b2b-chromium-").FullName;
    private readonly ChromeDriver _driver;

    private Chromium()
    {
        var options = new ChromeOptions { BinaryLocation = Browser };
        options.AddArguments(
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--window-size=1280,900", $"--user-data-dir={_profile}");
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        _driver = new ChromeDriver(ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(Driver)!, Path.GetFileName(Driver)!), options);
        _driver.Manage().Timeouts().AsynchronousJavaScript = TimeSpan.FromSeconds(45);
    }

    /// <summary>Why there is no browser; null = there is one.</summary>
    public static string? Missing =>
        Browser is null ? "Chromium is not installed (apt-get install chromium)."
        : Driver is null ? "chromedriver is not installed (apt-get install chromium-driver)."
        : null;

    /// <summary>What the browser complained about since the last look.</summary>
    public IReadOnlyList<string> Complaints => [.. _driver.Manage().Logs.GetLog(LogType.Browser).Select(entry => entry.Message)];

    public static Chromium Start() => new();

    public void Open(Uri site, string path) => _driver.Navigate().GoToUrl(new Uri(site, path));

    public void Phone(int width) => Command("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = 780, ["deviceScaleFactor"] = 2, ["mobile"] = true });

    public void Scheme(string scheme) => Command("Emulation.setEmulatedMedia", new()
    {
        ["features"] = new[] { new Dictionary<string, object> { ["name"] = "prefers-color-scheme", ["value"] = scheme } },
    });

    public T Evaluate<T>(string script, params object[] arguments) => JsonSerializer.Deserialize<T>(
        (string)_driver.ExecuteScript($"return JSON.stringify((() => {{ {script} }})() ?? null)", arguments)!)!;

    /// <summary>Waits until the page itself shows a text; the page is watched, not asked again and again.</summary>
    public void See(string text) => Assert.True(
        (bool)_driver.ExecuteAsyncScript(
            """
            const [text, done] = arguments;
            const seen = () => document.body.innerText.includes(text);
            if (seen()) { done(true); return; }
            const watch = new MutationObserver(() => { if (seen()) { watch.disconnect(); done(true); } });
            watch.observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
            """,
            text)!);

    public void Press(string selector, string key) => _driver.FindElement(By.CssSelector(selector)).SendKeys(key);

    public void Dispose()
    {
        _driver.Quit();
        _driver.Dispose();
        Directory.Delete(_profile, recursive: true);
    }

    private void Command(string name, Dictionary<string, object?> parameters) => _driver.ExecuteCdpCommand(name, parameters);

    private static string? Find(params string[] names) =>
        (from name in names
         from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
         let file = Path.Combine(folder, name)
         where File.Exists(file)
         select file).FirstOrDefault();
}
