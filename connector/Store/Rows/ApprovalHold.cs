namespace B2BConnector.Connector.Store.Rows;

/// <summary>Approvals of a legal entity are stopped until a person releases them.</summary>
internal sealed class ApprovalHold
{
    public required string LegalEntity { get; init; }

    /// <summary>The prospect that was approved without hierarchy.</summary>
    public required string ProspectId { get; set; }

    public required DateTimeOffset Since { get; set; }
}
