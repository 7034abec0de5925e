namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>An opportunity of a prospect.</summary>
/// <param name="Key">The prospect.</param>
/// <param name="State">0 open, 1 won, 2 lost.</param>
internal sealed record OpportunityRow(ProspectKey Key, int State)
{
    public const int Open = 0;
    public const int Won = 1;
    public const int Lost = 2;
}
