using B2BConnector.Commerce.Entities;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Headquarters;

/// <summary>Online channels and what new customers inherit from them.</summary>
internal static class ChannelRegister
{
    public static JObject? ByOperatingUnit(HeadquartersSession headquarters, string operatingUnit) =>
        operatingUnit.Length == 0 ? null : headquarters.Where(OnlineChannelV2s.Definition, channel => channel.Is("OperatingUnitNumber", operatingUnit)).FirstOrDefault();

    /// <summary>The channel a prospect came from; without one, the first online channel of the legal entity.</summary>
    public static JObject? Of(HeadquartersSession headquarters, JObject prospect)
    {
        var party = prospect.Text("RetailChannelOperatingUnitPartyNumber");
        return headquarters.Where(OnlineChannelV2s.Definition, channel => party.Length > 0
            ? channel.Is("OperatingUnitPartyNumber", party)
            : channel.Is("DefaultCustomerLegalEntity", prospect.Text("dataAreaId"))).FirstOrDefault();
    }

    public static JObject? DefaultCustomer(HeadquartersSession headquarters, JObject channel) =>
        headquarters.Find(CustomersV3.Definition, channel.Text("DefaultCustomerLegalEntity"), channel.Text("DefaultCustomerAccount"));

    public static bool LegalEntityExists(HeadquartersSession headquarters, string id) =>
        headquarters.Where(CustomerGroups.Definition, group => group.Is("dataAreaId", id)).Any();

    public static string Name(HeadquartersSession headquarters, JObject channel) =>
        headquarters.Find(RetailChannels.Definition, channel.Text("DefaultCustomerLegalEntity"), channel.Text("RetailChannelId"))?.Text("Name") ?? channel.Text("RetailChannelId");
}
