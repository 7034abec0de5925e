using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Entities;

/// <summary>Address books of a store: a customer reaches the channel only through one of type Customer.</summary>
internal sealed class RetailStoreAddressBooks : IDeletable
{
    public static readonly EntityType Definition = new("RetailStoreAddressBook", "RetailStoreAddressBooks", "RetailChannelId AddressBookName AddressBookType", """
        RetailChannelId String 10 readonly
        AddressBookName String 60 readonly
        AddressBookType RetailAddressBookType
        """,
        "RetailStoreAddressBookEntity",
        new Navigation("RetailChannel", "RetailChannels", Many: false, ("RetailChannelId", "RetailChannelId")));

    public EntityType Type => Definition;

    public void Delete(HeadquartersSession headquarters, JObject row) => headquarters.Delete(Definition, row);
}
