using System.Collections;
using B2BConnector.Runtime.Definitions.Checks;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Collects the problems of one file and completes each with file, line and column.</summary>
internal sealed class SourceProblems(JsonSource source, List<Problem> all) : ICollection<Problem>
{
    /// <summary>Nobody reads more, and a hostile file must not fill the memory with sentences.</summary>
    private const int MaximumOfAFile = 5000;

    private const int LongestMessage = 600;
    private int own;

    public JsonSource Source { get; } = source;

    public int Count => all.Count;

    public bool IsReadOnly => false;

    public void Add(Problem item)
    {
        if (own < MaximumOfAFile)
        {
            AddAt(item, Source.Locate(item.Path, item.Span));
        }
    }

    public void AddAt(Problem item, (int Line, int Column) place)
    {
        if (++own < MaximumOfAFile)
        {
            all.Add(Shortened(item) with { File = Source.File, Line = place.Line, Column = place.Column });
        }
        else if (own == MaximumOfAFile)
        {
            all.Add(DefinitionProblems.TooManyProblems(MaximumOfAFile) with { File = Source.File, Line = place.Line, Column = place.Column });
        }
    }

    /// <summary>Adds a problem of another file, which has its own place.</summary>
    public void AddForeign(Problem item) => all.Add(item);

    public void Clear() => throw new NotSupportedException("Problems are only ever added.");

    public bool Contains(Problem item) => all.Contains(item);

    public void CopyTo(Problem[] array, int arrayIndex) => all.CopyTo(array, arrayIndex);

    public bool Remove(Problem item) => throw new NotSupportedException("Problems are only ever added.");

    public IEnumerator<Problem> GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => all.GetEnumerator();

    // A value of the file is quoted, and may be as long as the file.
    private static Problem Shortened(Problem item) =>
        item.Message.Length <= LongestMessage ? item : item with { Message = string.Concat(item.Message.AsSpan(0, LongestMessage), "…") };
}
