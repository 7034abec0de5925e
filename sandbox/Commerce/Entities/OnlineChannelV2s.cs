using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Entities;

/// <summary>Online channels. A site serves business partners only when its CustomerType is B2B.</summary>
internal sealed class OnlineChannelV2s : IUpdatable
{
    public static readonly EntityType Definition = new("OnlineChannelV2", "OnlineChannelV2s", "RetailChannelId", """
        RetailChannelId String 10 readonly
        CustomerType OnlineStoreCustomerType
        ChannelType RetailChannelType readonly
        Currency String 3
        DefaultCustomerAccount String 20
        DefaultCustomerLegalEntity String 4
        EmailNotificationProfile String 10
        OnlineCatalogName String 60
        OperatingUnitNumber String 8 readonly
        OperatingUnitPartyNumber String 40 readonly
        """,
        "RetailOnlineChannelV2Entity",
        new Navigation("CustomerV3", "CustomersV3", Many: false, ("DefaultCustomerLegalEntity", "dataAreaId"), ("DefaultCustomerAccount", "CustomerAccount")));

    public EntityType Type => Definition;

    public void Update(HeadquartersSession headquarters, JObject row, JObject changes)
    {
        row.Merge(changes);
        headquarters.Save(Definition, row);
    }
}
