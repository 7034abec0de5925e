namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Choices that one seed repeats.</summary>
internal sealed class SeededChoices(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int end) => _random.Next(end);

    public int Between(int first, int last) => _random.Next(first, last + 1);

    public bool Hits(int percent) => _random.Next(100) < percent;

    public T Of<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
