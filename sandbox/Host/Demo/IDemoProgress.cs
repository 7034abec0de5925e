namespace B2BConnector.Host.Demo;

/// <summary>Where the demo shows how far it is.</summary>
internal interface IDemoProgress
{
    void Begin(string title, int total);

    void Report(int done);
}
