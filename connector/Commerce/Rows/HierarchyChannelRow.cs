namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>CustomerHierarchiesRetailChannels</c>. A hierarchy without any is served by every B2B channel of the organization.</summary>
internal sealed record HierarchyChannelRow
{
    public string Channel { get; init; } = "";
}
