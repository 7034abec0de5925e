namespace B2BConnector.Connector.Store.Rows;

/// <summary>Names this store, so that a cursor of another one is recognized.</summary>
internal sealed class StoreIdentity
{
    public const int OnlyRow = 1;

    public int Id { get; init; } = OnlyRow;

    public required Guid StoreId { get; init; }
}
