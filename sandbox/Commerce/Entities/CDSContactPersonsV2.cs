using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Model;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Entities;

/// <summary>Contacts under an account: the buyers when the multi-outlet feature is on.</summary>
internal sealed class CDSContactPersonsV2 : ICreatable, IUpdatable
{
    public static readonly EntityType Definition = new("CDSContactPersonV2", "CDSContactPersonsV2",
        "dataAreaId ContactPersonPartyNumber AssociatedContactType AssociatedContactNumber", """
        dataAreaId String 4 readonly
        ContactPersonPartyNumber String 40 readonly
        AssociatedContactType smmContactPersonCDSAssociatedContactType readonly
        AssociatedContactNumber String 20 readonly
        ContactPersonId String 20 readonly
        ContactPersonPartyType String 20 readonly
        FirstName String 100
        MiddleName String 100
        LastName String 100
        PrimaryEmailAddress String 255
        PrimaryPhoneNumber String 255
        PrimaryURL String 255
        EmploymentDepartment String 60
        EmploymentProfession String 60
        PrimaryAddressStreet String 250
        PrimaryAddressStreetNumber String 20
        PrimaryAddressCity String 60
        PrimaryAddressStateId String 10
        PrimaryAddressCountyId String 10
        PrimaryAddressZipCode String 10
        PrimaryAddressCountryRegionId String 10
        Notes String
        IsInactive NoYes
        """,
        "smmContactPersonCDSV2Entity",
        new Navigation("Party", "CDSParties", Many: false, ("ContactPersonPartyNumber", "PartyNumber")));

    public EntityType Type => Definition;

    public JObject Create(HeadquartersSession headquarters, JObject body) => ContactRegister.Create(headquarters, body);

    public void Update(HeadquartersSession headquarters, JObject row, JObject changes) => ContactRegister.Update(headquarters, row, changes);
}
