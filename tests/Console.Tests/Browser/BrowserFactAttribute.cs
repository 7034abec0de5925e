namespace B2BConnector.Console.Tests.Browser;

/// <summary>A test that needs Chromium and its driver; without them it is skipped, with the reason.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Missing!;
}
