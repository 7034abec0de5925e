using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Entities;

/// <summary>Parties of the global address book: the only place where a requester's first and last name stand apart.</summary>
internal sealed class CDSParties : IUpdatable
{
    public static readonly EntityType Definition = new("CDSParty", "CDSParties", "PartyNumber", """
        PartyNumber String 40 readonly
        PartyType String 20 readonly
        OrganizationName String 100
        OrganizationNumber String 40
        OrganizationNumOfEmployees Int32
        OrganizationPhoneticName String 100
        PersonFirstName String 100
        PersonMiddleName String 100
        PersonLastName String 100
        PersonLastNamePrefix String 100
        PersonPersonalTitle String 100
        PersonProfessionalTitle String 100
        NameAlias String 20
        KnownAs String 100
        LanguageId String 7
        AddressBooks String 255
        """,
        "DirPartyCDSEntity",
        new Navigation("PartyContactV3", "PartyContactsV3", Many: true, ("PartyNumber", "PartyNumber")),
        new Navigation("CustomerHierarchyNode", "CustomerHierarchyNodes", Many: true, ("PartyNumber", "NodePartyNumber")),
        new Navigation("CustomerHierarchy", "CustomerHiearchies", Many: true, ("PartyNumber", "OrganizationPartyNumber")));

    public EntityType Type => Definition;

    public void Update(HeadquartersSession headquarters, JObject row, JObject changes)
    {
        row.Merge(changes);
        headquarters.Save(Definition, row);
    }
}
