namespace B2BConnector.Runtime.Tests.Support;

/// <summary>Ids that repeat from test to test.</summary>
internal sealed class SeededIds(int seed = 1)
{
    private readonly Random random = new(seed);

    public Guid Next()
    {
        var bytes = new byte[16];
        lock (random)
        {
            random.NextBytes(bytes);
        }

        return new Guid(bytes);
    }
}
