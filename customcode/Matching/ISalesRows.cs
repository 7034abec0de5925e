namespace B2BConnector.CustomCode.Matching;

/// <summary>The rows of Sales that matching looks at: active ones only.</summary>
internal interface ISalesRows
{
    /// <summary>Looks for what a request could mean; what it does not give is not looked for.</summary>
    Task<FoundRows> FindAsync(MatchRequest request, CompanyName? name, CancellationToken cancellationToken);
}
