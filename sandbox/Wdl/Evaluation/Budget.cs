namespace B2BConnector.Wdl.Evaluation;

/// <summary>
/// What one evaluation may still build. An expression has 8,192 characters, but <c>range(1,100000)</c> has only fifteen of them: without
/// a common limit a few hundred calls eat the machine. The platform's own limits on messages are far below; these are ours.
/// </summary>
internal sealed class Budget
{
    /// <summary>Array elements that one expression may build, or join, in all its calls together: twice what a loop may run over.</summary>
    public const long MaxElements = 200_000;

    /// <summary>Characters that one expression may build in all its calls together: the size of the largest message.</summary>
    public const long MaxCharacters = 104_857_600;

    /// <summary>Steps that searches may take which can be slower than the text is long.</summary>
    public const long MaxSteps = 1_000_000;

    private const int StepsPerCharacter = 2;

    private long _elements;
    private long _characters;
    private long _steps;

    public void Reset()
    {
        _elements = 0;
        _characters = 0;
        _steps = 0;
    }

    /// <summary>Call before building. Throws when the whole is too much.</summary>
    public void Elements(long count) => _elements = Sum(_elements, count, MaxElements, "array elements");

    /// <summary>Call before building. Throws when the whole is too much.</summary>
    public void Characters(long count) => _characters = Sum(_characters, count, MaxCharacters, "characters");

    /// <summary>A large document may be walked a few times.</summary>
    public void Allow(long characters) => _steps -= characters * StepsPerCharacter;

    /// <summary>Call while searching. Throws when the whole is too much.</summary>
    public void Steps(long count) => _steps = Sum(_steps, count, MaxSteps, "search steps");

    /// <summary>The characters of texts about to be joined.</summary>
    public void Text(string[] parts)
    {
        var length = 0L;
        foreach (var part in parts)
        {
            length += part.Length;
        }
        Characters(length);
    }

    private static long Sum(long sum, long more, long limit, string what) => sum + more <= limit
        ? sum + more
        : throw new WdlException($"The expression needs more than {limit} {what}. Compute a part of it in an action before.");
}
