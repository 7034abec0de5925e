namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>CustomerGroups</c>.</summary>
internal sealed record CustomerGroupRow
{
    public string CustomerGroupId { get; init; } = "";

    public string? Description { get; init; }
}
