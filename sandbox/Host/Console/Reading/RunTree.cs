using B2BConnector.Host.ConsolePages.Model;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>Puts each run below the one that called it.</summary>
internal static class RunTree
{
    /// <summary>The runs that nobody known called, with what they called.</summary>
    public static IReadOnlyList<RunView> Of(IReadOnlyList<RunView> runs)
    {
        var known = runs.Select(run => run.Id).ToHashSet(StringComparer.Ordinal);
        var children = runs.Where(run => run.ParentId is not null).ToLookup(run => run.ParentId!, StringComparer.Ordinal);
        return [.. runs.Where(run => run.ParentId is null || !known.Contains(run.ParentId)).Select(WithChildren)];

        RunView WithChildren(RunView run) => run with { Children = [.. children[run.Id].Select(WithChildren)] };
    }
}
