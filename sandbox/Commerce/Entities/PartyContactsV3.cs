using B2BConnector.Commerce.Model;

namespace B2BConnector.Commerce.Entities;

/// <summary>E-mail addresses, phone numbers and URLs of parties; the primary e-mail is the sign-in key.</summary>
internal sealed class PartyContactsV3 : IEntity
{
    public static readonly EntityType Definition = new("PartyContactV3", "PartyContactsV3", "PartyNumber ElectronicAddressId", """
        PartyNumber String 40 readonly
        ElectronicAddressId String 40 readonly
        Type LogisticsElectronicAddressMethodType
        Locator String 255
        LocatorExtension String 10
        Description String 60
        Purpose String 255
        IsPrimary NoYes
        IsMobilePhone NoYes
        IsPrivate NoYes
        CountryRegionCode String 10
        LocationId String 30
        """,
        "DirPartyContactV3Entity",
        new Navigation("CDSParty", "CDSParties", Many: false, ("PartyNumber", "PartyNumber")));

    public EntityType Type => Definition;
}
