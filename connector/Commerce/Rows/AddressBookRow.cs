namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>RetailStoreAddressBooks</c>.</summary>
internal sealed record AddressBookRow
{
    public string? AddressBookName { get; init; }

    public string? AddressBookType { get; init; }
}
