using B2BConnector.Commerce.Entities;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Headquarters;

/// <summary>The global address book: parties and their primary contacts.</summary>
internal static class PartyRegister
{
    public const string Person = "Person";
    public const string Organization = "Organization";

    public static JObject CreatePerson(HeadquartersSession headquarters, string firstName, string lastName, string language) =>
        Create(headquarters, new JObject
        {
            ["PartyType"] = Person,
            ["PersonFirstName"] = firstName,
            ["PersonLastName"] = lastName,
            ["KnownAs"] = $"{firstName} {lastName}".Trim(),
            ["LanguageId"] = language,
        });

    public static JObject CreateOrganization(HeadquartersSession headquarters, string name, string number, string language) =>
        Create(headquarters, new JObject
        {
            ["PartyType"] = Organization,
            ["OrganizationName"] = name,
            ["OrganizationNumber"] = number,
            ["LanguageId"] = language,
        });

    /// <summary>Sets the primary e-mail, phone or URL of a party; an empty locator changes nothing.</summary>
    public static void SetPrimary(HeadquartersSession headquarters, string party, string type, string locator, string extension = "", string description = "")
    {
        if (locator.Length == 0)
        {
            return;
        }

        // The party keeps the id of each primary contact, so that nobody has to search all contacts for it.
        var owner = headquarters.Find(CDSParties.Definition, party)!;
        var contact = headquarters.Find(PartyContactsV3.Definition, party, owner.Text("$primary" + type));
        var row = contact ?? new JObject
        {
            ["PartyNumber"] = party,
            ["ElectronicAddressId"] = headquarters.NextNumber("ElectronicAddress", "", 9),
            ["Type"] = type,
            ["IsPrimary"] = "Yes",
            ["Purpose"] = "Business",
        };
        row["Locator"] = locator;
        row["LocatorExtension"] = extension;
        row["Description"] = description;
        if (contact is not null)
        {
            headquarters.Save(PartyContactsV3.Definition, row);
            return;
        }

        headquarters.Insert(PartyContactsV3.Definition, row);
        owner["$primary" + type] = row["ElectronicAddressId"];
        headquarters.Save(CDSParties.Definition, owner);
    }

    private static JObject Create(HeadquartersSession headquarters, JObject party)
    {
        party["PartyNumber"] = headquarters.NextNumber("PartyNumber", "", 9);
        return headquarters.Insert(CDSParties.Definition, party);
    }
}
