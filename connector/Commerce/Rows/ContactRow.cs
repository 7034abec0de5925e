namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>CDSContactPersonsV2</c>.</summary>
internal sealed record ContactRow
{
    public string? ContactPersonId { get; init; }

    public string? ContactPersonPartyNumber { get; init; }

    public string? AssociatedContactType { get; init; }

    public string? AssociatedContactNumber { get; init; }

    public string? PrimaryEmailAddress { get; init; }
}
