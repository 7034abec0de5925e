namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>OnlineChannelV2s</c>.</summary>
internal sealed record ChannelRow
{
    public string? RetailChannelId { get; init; }

    public string? CustomerType { get; init; }

    public string? DefaultCustomerAccount { get; init; }

    public string? DefaultCustomerLegalEntity { get; init; }

    public string? EmailNotificationProfile { get; init; }

    public string? OperatingUnitNumber { get; init; }

    public string? OperatingUnitPartyNumber { get; init; }
}
