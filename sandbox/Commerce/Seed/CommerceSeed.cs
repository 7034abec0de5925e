using B2BConnector.Commerce.Entities;
using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Mail;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Seed;

/// <summary>What a new store holds: channels, reference data and notification settings of each legal entity. No prospects, no partners.</summary>
internal static class CommerceSeed
{
    private const string Marker = "$seed";

    /// <summary>Fills the store unless it was filled before.</summary>
    public static void Ensure(EmulatorStore store, CommerceOptions options)
    {
        if (store.Read(session => session.Get(Marker, Marker)) is null)
        {
            store.Write(session => Fill(session, options));
        }
    }

    public static void Fill(IStoreSession session, CommerceOptions options)
    {
        session.Put(Marker, Marker, []);
        var headquarters = new HeadquartersSession(session, options);
        foreach (var entity in options.LegalEntities)
        {
            Reference(headquarters, entity);
            Channel(headquarters, entity);
        }

        // Behind the operating units, whose party numbers are given.
        foreach (var entity in options.LegalEntities)
        {
            DefaultCustomer(headquarters, entity);
        }
    }

    private static void Reference(HeadquartersSession headquarters, LegalEntitySeed entity)
    {
        headquarters.Insert(CustomerGroups.Definition, new JObject
        {
            ["dataAreaId"] = entity.Id, ["CustomerGroupId"] = entity.CustomerGroup, ["Description"] = "Business partners", ["PaymentTermId"] = "Net30",
        });
        headquarters.Insert(CustomerGroups.Definition, new JObject
        {
            ["dataAreaId"] = entity.Id, ["CustomerGroupId"] = "RETAIL", ["Description"] = "Consumers",
        });
        foreach (var (type, template) in new[] { (NotificationType.Approved, "B2BAPPR"), (NotificationType.Rejected, "B2BREJ") })
        {
            headquarters.Insert(RetailEventNotificationSettings.Definition, new JObject
            {
                ["dataAreaId"] = entity.Id, ["NotificationType"] = type.Name, ["ProfileId"] = entity.NotificationProfile, ["EmailId"] = template, ["Active"] = "Yes",
            });
        }
    }

    private static void Channel(HeadquartersSession headquarters, LegalEntitySeed entity)
    {
        headquarters.Insert(CDSParties.Definition, new JObject
        {
            ["PartyNumber"] = entity.OperatingUnitParty, ["PartyType"] = PartyRegister.Organization, ["OrganizationName"] = entity.ChannelName, ["LanguageId"] = entity.Language,
        });
        headquarters.Store.Next("PartyNumber"); // the operating unit took a number of the sequence
        var common = new JObject
        {
            ["RetailChannelId"] = entity.ChannelId, ["ChannelType"] = "OnlineStore", ["Currency"] = entity.Currency,
            ["DefaultCustomerAccount"] = entity.DefaultCustomer, ["DefaultCustomerLegalEntity"] = entity.Id,
            ["OperatingUnitNumber"] = entity.OperatingUnit, ["OperatingUnitPartyNumber"] = entity.OperatingUnitParty,
        };
        headquarters.Insert(OnlineChannelV2s.Definition, new JObject(common) { ["CustomerType"] = "B2B", ["EmailNotificationProfile"] = entity.NotificationProfile });
        headquarters.Insert(RetailChannels.Definition, new JObject(common)
        {
            ["dataAreaId"] = entity.Id, ["Name"] = entity.ChannelName, ["cultureName"] = entity.Language, ["EventNotificationProfileId"] = entity.NotificationProfile,
        });
        headquarters.Insert(RetailStoreAddressBooks.Definition, new JObject
        {
            ["RetailChannelId"] = entity.ChannelId, ["AddressBookName"] = entity.AddressBook, ["AddressBookType"] = "Customer",
        });
    }

    private static void DefaultCustomer(HeadquartersSession headquarters, LegalEntitySeed entity) => CustomerRegister.Create(headquarters, new JObject
    {
        ["dataAreaId"] = entity.Id, ["CustomerAccount"] = entity.DefaultCustomer, ["PartyType"] = PartyRegister.Organization,
        ["OrganizationName"] = $"Default customer {entity.ChannelName}", ["CustomerGroupId"] = entity.CustomerGroup, ["SalesCurrencyCode"] = entity.Currency,
        ["LanguageId"] = entity.Language, ["SalesTaxGroup"] = entity.SalesTaxGroup, ["AddressBooks"] = entity.AddressBook, ["AllowOnAccount"] = "Yes", ["PaymentTerms"] = "Net30",
    });
}
