namespace B2BConnector.CustomCode.Reconciliation;

/// <summary>A lead of a prospect, as far as a decision and its mirror go.</summary>
/// <param name="Key">The prospect.</param>
/// <param name="Mirror">Status of the prospect as the lead shows it.</param>
/// <param name="State">0 open, 1 qualified, 2 disqualified.</param>
/// <param name="Merged">Whether it was merged into another lead.</param>
/// <param name="CustomersKnown">Whether account and contact, or those of the qualifying opportunity, carry their customer numbers.</param>
internal sealed record LeadRow(ProspectKey Key, int? Mirror, int State, bool Merged, bool CustomersKnown)
{
    public const int Open = 0;
    public const int Qualified = 1;
    public const int Disqualified = 2;
}
