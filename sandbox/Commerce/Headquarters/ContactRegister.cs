using B2BConnector.Commerce.Entities;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Headquarters;

/// <summary>Contact persons under a customer account.</summary>
internal static class ContactRegister
{
    public static JObject Create(HeadquartersSession headquarters, JObject row)
    {
        var company = row.Text("dataAreaId");
        row["AssociatedContactType"] ??= "Customer";
        var infolog = new List<string>();
        if (row.Is("AssociatedContactType", "Customer") && !headquarters.Exists(CustomersV3.Definition, company, row.Text("AssociatedContactNumber")))
        {
            infolog.Add(FinOpsErrors.NotRelated(row.Text("AssociatedContactNumber"), "Customer account", "Customers"));
        }

        var party = row.Text("ContactPersonPartyNumber") is { Length: > 0 } number ? headquarters.Find(CDSParties.Definition, number) : null;
        if (row.Text("ContactPersonPartyNumber").Length > 0 && party?.Is("PartyType", PartyRegister.Person) != true)
        {
            infolog.Add(FinOpsErrors.NotRelated(row.Text("ContactPersonPartyNumber"), "Party ID", "Parties of type Person"));
        }

        if (party is null && row.Text("FirstName").Length + row.Text("LastName").Length == 0)
        {
            infolog.Add(FinOpsErrors.MustBeFilled("Name"));
        }

        if (infolog.Count > 0)
        {
            throw FinOpsErrors.WriteFailed(CDSContactPersonsV2.Definition, "CE0206", infolog);
        }

        party ??= PartyRegister.CreatePerson(headquarters, row.Text("FirstName"), row.Text("LastName"), "");
        row["ContactPersonPartyNumber"] = party.Text("PartyNumber");
        row["ContactPersonPartyType"] = PartyRegister.Person;
        party.CopyTo(row, [.. new[] { ("PersonFirstName", "FirstName"), ("PersonLastName", "LastName") }.Where(name => row.Text(name.Item2).Length == 0)]);
        if (headquarters.Exists(CDSContactPersonsV2.Definition, company, row.Text("ContactPersonPartyNumber"), row.Text("AssociatedContactType"), row.Text("AssociatedContactNumber")))
        {
            throw FinOpsErrors.Duplicate(CDSContactPersonsV2.Definition, $"Party: {row.Text("ContactPersonPartyNumber")}, account: {row.Text("AssociatedContactNumber")}");
        }

        row["ContactPersonId"] = headquarters.NextNumber("ContactPersonId|" + company, "CON-", 6);
        SetContacts(headquarters, row);
        return headquarters.Insert(CDSContactPersonsV2.Definition, row);
    }

    /// <summary>Names and addresses are those of the party, so they change there too.</summary>
    public static void Update(HeadquartersSession headquarters, JObject row, JObject changes)
    {
        row.Merge(changes);
        if (row.Text("FirstName").Length + row.Text("LastName").Length == 0)
        {
            throw FinOpsErrors.WriteFailed(CDSContactPersonsV2.Definition, "CE0206", FinOpsErrors.MustBeFilled("Name"));
        }

        if (headquarters.Find(CDSParties.Definition, row.Text("ContactPersonPartyNumber")) is { } party)
        {
            party["PersonFirstName"] = row.Text("FirstName");
            party["PersonLastName"] = row.Text("LastName");
            headquarters.Save(CDSParties.Definition, party);
        }

        SetContacts(headquarters, row);
        headquarters.Save(CDSContactPersonsV2.Definition, row);
    }

    private static void SetContacts(HeadquartersSession headquarters, JObject row)
    {
        PartyRegister.SetPrimary(headquarters, row.Text("ContactPersonPartyNumber"), "Email", row.Text("PrimaryEmailAddress"));
        PartyRegister.SetPrimary(headquarters, row.Text("ContactPersonPartyNumber"), "Phone", row.Text("PrimaryPhoneNumber"));
    }
}
