namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>CDSParties</c>, where the name of a person is kept in parts.</summary>
internal sealed record PartyRow
{
    public string? PartyNumber { get; init; }

    public string? PartyType { get; init; }

    public string? PersonFirstName { get; init; }

    public string? PersonLastName { get; init; }
}
