using System.Collections;
using B2BConnector.Wdl;

namespace B2BConnector.Runtime.Definitions;

/// <summary>Collects the problems of one file and completes each with file, line and column.</summary>
internal sealed class SourceProblems(JsonSource source, List<Problem> all) : ICollection<Problem>
{
    public JsonSource Source { get; } = source;

    public int Count => all.Count;

    public bool IsReadOnly => false;

    public void Add(Problem item)
    {
        var (line, column) = Source.Locate(item.Path, item.Span);
        all.Add(item with { File = Source.File, Line = line, Column = column });
    }

    public void AddAt(Problem item, (int Line, int Column) place) =>
        all.Add(item with { File = Source.File, Line = place.Line, Column = place.Column });

    /// <summary>Adds a problem of another file, which has its own place.</summary>
    public void AddForeign(Problem item) => all.Add(item);

    public void Clear() => throw new NotSupportedException("Problems are only ever added.");

    public bool Contains(Problem item) => all.Contains(item);

    public void CopyTo(Problem[] array, int arrayIndex) => all.CopyTo(array, arrayIndex);

    public bool Remove(Problem item) => throw new NotSupportedException("Problems are only ever added.");

    public IEnumerator<Problem> GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => all.GetEnumerator();
}
