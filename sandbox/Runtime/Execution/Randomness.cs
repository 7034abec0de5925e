namespace B2BConnector.Runtime.Execution;

/// <summary>Randomness of rand(): seeded from the id source, so that a seeded engine repeats itself.</summary>
internal static class Randomness
{
    public static Random For(EngineServices services) => new(BitConverter.ToInt32(services.Options.Ids().ToByteArray(), 8));
}
