namespace B2BConnector.CustomCode.Matching;

/// <summary>What was found. Names are those that workflows read: <c>body('Match_existing_accounts')?['Account']?['Id']</c>.</summary>
public sealed class MatchResult
{
    /// <summary>The one account that fits; null when none or several do.</summary>
    public Match? Account { get; init; }

    /// <summary>The one contact that fits; null when none or several do.</summary>
    public Match? Contact { get; init; }

    /// <summary>Tables with several fitting rows, of which a person has to choose. Empty as a rule.</summary>
    public IReadOnlyList<AmbiguousMatch> Ambiguous { get; init; } = [];

    /// <summary>Whether a lead of another pending prospect of the legal entity has the same e-mail, or the same organization in the same country.</summary>
    public bool DuplicateRequest { get; init; }
}
