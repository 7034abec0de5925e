using B2BConnector.Host.Demo;

namespace B2BConnector.Console.Tests.Support;

internal sealed class SilentProgress : IDemoProgress
{
    public void Begin(string title, int total)
    {
    }

    public void Report(int done)
    {
    }
}
