using B2BConnector.Commerce.Model;

namespace B2BConnector.Commerce.Entities;

/// <summary>All channels of a legal entity.</summary>
internal sealed class RetailChannels : IEntity
{
    public static readonly EntityType Definition = new("RetailChannel", "RetailChannels", "dataAreaId RetailChannelId", """
        dataAreaId String 4 readonly
        RetailChannelId String 10 readonly
        Name String 60
        ChannelType RetailChannelType
        Currency String 3
        cultureName String 7
        DefaultCustomerAccount String 20
        DefaultCustomerLegalEntity String 4
        EventNotificationProfileId String 10
        OperatingUnitNumber String 8
        OperatingUnitPartyNumber String 40
        """,
        "RetailChannelEntity",
        new Navigation("RetailStoreAddressBook", "RetailStoreAddressBooks", Many: true, ("RetailChannelId", "RetailChannelId")));

    public EntityType Type => Definition;
}
