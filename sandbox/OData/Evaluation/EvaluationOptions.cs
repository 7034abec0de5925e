namespace B2BConnector.OData.Evaluation;

/// <summary>Where the two systems compare differently.</summary>
public sealed class EvaluationOptions
{
    /// <value>How strings compare. Both systems ignore case.</value>
    public StringComparison Strings { get; init; } = StringComparison.OrdinalIgnoreCase;

    /// <value>Finance and operations: <c>*</c> inside the value of <c>eq</c> and <c>ne</c> matches any text.</value>
    public bool AsteriskWildcards { get; init; }

    /// <value>Dataverse: <c>% _ [a-z] [^a]</c> act inside the values of contains, startswith and endswith.</value>
    public bool SqlWildcards { get; init; }

    /// <summary>Options of Dataverse.</summary>
    public static EvaluationOptions Dataverse { get; } = new() { SqlWildcards = true };

    /// <summary>Options of finance and operations.</summary>
    public static EvaluationOptions FinanceAndOperations { get; } = new() { AsteriskWildcards = true };
}
