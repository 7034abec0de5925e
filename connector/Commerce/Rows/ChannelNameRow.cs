namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>RetailChannels</c>, of which only the name is needed.</summary>
internal sealed record ChannelNameRow
{
    public string? RetailChannelId { get; init; }

    public string? Name { get; init; }
}
