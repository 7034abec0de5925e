namespace B2BConnector.Runtime.History;

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Top">Entries per page; null = 50 (Inferred: the platform's page size is not documented).</param>
/// <param name="Skip">Entries before the page.</param>
/// <param name="Filter">$filter; null = all.</param>
/// <param name="Self">Address of the list without $skiptoken, for nextLink; null = none.</param>
public sealed record PageRequest(int? Top = null, int Skip = 0, string? Filter = null, string? Self = null)
{
    internal const int DefaultSize = 50;

    internal int Size => Math.Clamp(Top ?? DefaultSize, 1, 250);
}
