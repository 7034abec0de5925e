namespace B2BConnector.CustomCode.Matching;

/// <summary>Several rows of one table fit, so none is proposed.</summary>
public sealed class AmbiguousMatch
{
    /// <summary><c>account</c> or <c>contact</c>.</summary>
    public required string Table { get; init; }

    /// <summary>The rows, by id.</summary>
    public required IReadOnlyList<Match> Candidates { get; init; }
}
