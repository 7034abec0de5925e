namespace B2BConnector.Runtime.Execution;

/// <summary>Randomness of rand(), shared by everything that evaluates at the same time; seeded from the id source, so that a seeded engine repeats itself.</summary>
internal sealed class Randomness(int seed) : Random(seed)
{
    private readonly Lock gate = new();

    public static Randomness From(Guid id) => new(BitConverter.ToInt32(id.ToByteArray(), 8));

    public override int Next(int minValue, int maxValue)
    {
        lock (gate)
        {
            return base.Next(minValue, maxValue);
        }
    }

    public override long NextInt64(long minValue, long maxValue)
    {
        lock (gate)
        {
            return base.NextInt64(minValue, maxValue);
        }
    }

    public override double NextDouble()
    {
        lock (gate)
        {
            return base.NextDouble();
        }
    }
}
