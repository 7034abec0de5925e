namespace B2BConnector.Connector.Features.Partners;

/// <summary>A person who buys, in whichever table the buyer model keeps them.</summary>
internal sealed record Buyer
{
    public required string PartyNumber { get; init; }

    public string? CustomerAccount { get; init; }

    public string? ContactPersonId { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public bool IsEnabled { get; init; } = true;

    /// <summary>Account that the orders of a person customer are invoiced to.</summary>
    public string? InvoiceAccount { get; init; }
}
