namespace B2BConnector.Connector.Store.Rows;

/// <summary>Who works on something, and until when at the latest.</summary>
internal sealed class LeaseRow
{
    public required string Name { get; init; }

    public required Guid Owner { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }
}
