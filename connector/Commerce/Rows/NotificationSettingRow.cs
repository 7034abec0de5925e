namespace B2BConnector.Connector.Commerce.Rows;

/// <summary>A row of <c>RetailEventNotificationSettings</c>.</summary>
internal sealed record NotificationSettingRow
{
    public string? NotificationType { get; init; }

    public string? EmailId { get; init; }

    public string? Active { get; init; }
}
