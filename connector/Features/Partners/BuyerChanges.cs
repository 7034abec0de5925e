namespace B2BConnector.Connector.Features.Partners;

/// <summary>What to change about a buyer; null leaves a value as it is.</summary>
internal sealed record BuyerChanges
{
    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public bool? IsEnabled { get; init; }

    public bool IsEmpty => this == new BuyerChanges();

    /// <summary>The same without what the buyer has already.</summary>
    public BuyerChanges Against(Buyer buyer) => new()
    {
        FirstName = Changed(FirstName, buyer.FirstName),
        LastName = Changed(LastName, buyer.LastName),
        Email = string.Equals(Email, buyer.Email, StringComparison.OrdinalIgnoreCase) ? null : Email,
        Phone = Changed(Phone, buyer.Phone),
        IsEnabled = IsEnabled == buyer.IsEnabled ? null : IsEnabled,
    };

    private static string? Changed(string? wanted, string? present) => wanted is null || wanted == (present ?? "") ? null : wanted;
}
