using B2BConnector.Commerce.Entities;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Headquarters;

/// <summary>
/// Customers of a legal entity. The same e-mail or name may occur twice, as in the real system; the same party may be a customer of a
/// legal entity only once.
/// </summary>
internal static class CustomerRegister
{
    private static readonly (string From, string To)[] Names =
        [("OrganizationName", "OrganizationName"), ("OrganizationNumber", "OrganizationNumber"), ("PersonFirstName", "PersonFirstName"), ("PersonMiddleName", "PersonMiddleName"), ("PersonLastName", "PersonLastName")];

    public static JObject Create(HeadquartersSession headquarters, JObject row)
    {
        var company = row.Text("dataAreaId");
        var party = row.Text("PartyNumber") is { Length: > 0 } number ? headquarters.Find(CDSParties.Definition, number) : null;
        if (row.Text("PartyNumber").Length > 0 && party is null)
        {
            throw FinOpsErrors.WriteFailed(CustomersV3.Definition, "CE0201", FinOpsErrors.NotRelated(row.Text("PartyNumber"), "Party ID", "Parties"));
        }

        if (party is not null && row.Text("PartyType").Length > 0 && !row.Is("PartyType", party.Text("PartyType")))
        {
            throw FinOpsErrors.WriteFailed(CustomersV3.Definition, "CE0211",
                $"The party '{party.Text("PartyNumber")}' is of type {party.Text("PartyType")}: it cannot become a customer of type {row.Text("PartyType")}.");
        }

        // The wire requires no party type; the real entity takes Organization, the first of its list.
        row["PartyType"] = party?.Text("PartyType") ?? (row.Text("PartyType") is { Length: > 0 } type ? type : PartyRegister.Organization);
        party?.CopyTo(row, [.. Names.Where(name => row.Text(name.To).Length == 0)]);
        Check(headquarters, row);
        CheckParty(headquarters, company, row, party);
        if (row.Text("CustomerAccount").Length == 0)
        {
            row["CustomerAccount"] = NextAccount(headquarters, company);
        }
        else if (headquarters.Exists(CustomersV3.Definition, company, row.Text("CustomerAccount")))
        {
            throw FinOpsErrors.Duplicate(CustomersV3.Definition, "Customer account: " + row.Text("CustomerAccount"));
        }

        row["PartyNumber"] = (party ?? NewParty(headquarters, row)).Text("PartyNumber");
        Finish(headquarters, row);
        return headquarters.Insert(CustomersV3.Definition, row);
    }

    public static void Update(HeadquartersSession headquarters, JObject row, JObject changes)
    {
        row.Merge(changes);
        Check(headquarters, row);
        if (Names.Any(name => changes.ContainsKey(name.From)) && headquarters.Find(CDSParties.Definition, row.Text("PartyNumber")) is { } party)
        {
            foreach (var (name, _) in Names)
            {
                party[name] = changes[name] ?? party[name];
            }

            headquarters.Save(CDSParties.Definition, party);
        }

        Finish(headquarters, row);
        headquarters.Save(CustomersV3.Definition, row);
    }

    private static void Finish(HeadquartersSession headquarters, JObject row)
    {
        var country = CountryCodes.Iso2(row.Text("AddressCountryRegionId"));
        if (country is not null)
        {
            row["AddressCountryRegionISOCode"] = country;
        }

        row["FullPrimaryAddress"] = PostalAddress.Format(row, "AddressState");
        var party = row.Text("PartyNumber");
        PartyRegister.SetPrimary(headquarters, party, "Email", row.Text("PrimaryContactEmail"), description: row.Text("PrimaryContactEmailDescription"));
        PartyRegister.SetPrimary(headquarters, party, "Phone", row.Text("PrimaryContactPhone"), row.Text("PrimaryContactPhoneExtension"), row.Text("PrimaryContactPhoneDescription"));
        PartyRegister.SetPrimary(headquarters, party, "URL", row.Text("PrimaryContactURL"), description: row.Text("PrimaryContactURLDescription"));
    }

    private static void Check(HeadquartersSession headquarters, JObject row)
    {
        var company = row.Text("dataAreaId");
        var infolog = new List<string>();
        if (!row.Is("PartyType", PartyRegister.Person) && !row.Is("PartyType", PartyRegister.Organization))
        {
            infolog.Add(FinOpsErrors.NotRelated(row.Text("PartyType"), "Party type", "Organization, Person"));
        }

        if (row.Is("PartyType", PartyRegister.Person) ? row.Text("PersonFirstName").Length + row.Text("PersonLastName").Length == 0 : row.Text("OrganizationName").Length == 0)
        {
            infolog.Add(FinOpsErrors.MustBeFilled("Name"));
        }

        // Group and currency are mandatory by assumption; that a group must exist is recorded.
        var group = row.Text("CustomerGroupId");
        if (group.Length == 0)
        {
            infolog.Add(FinOpsErrors.MustBeFilled("Customer group"));
        }
        else if (!headquarters.Exists(CustomerGroups.Definition, company, group))
        {
            infolog.Add(FinOpsErrors.NotRelated(group, "Customer group", "Customer groups"));
            infolog.Add("validateField failed on field 'CustCustomerV3Entity.CustomerGroupId'.");
        }

        if (row.Text("SalesCurrencyCode").Length != 3)
        {
            infolog.Add(FinOpsErrors.MustBeFilled("Currency"));
        }

        if (row.Text("InvoiceAccount") is { Length: > 0 } invoice && !headquarters.Exists(CustomersV3.Definition, company, invoice))
        {
            infolog.Add(FinOpsErrors.NotRelated(invoice, "Invoice account", "Customers"));
        }

        if (row.Text("AddressCountryRegionId") is { Length: > 0 } country && CountryCodes.Iso2(country) is null)
        {
            infolog.Add(FinOpsErrors.NotRelated(country, "Country/region", "Country/region"));
        }

        if (infolog.Count > 0)
        {
            throw FinOpsErrors.WriteFailed(CustomersV3.Definition, "CE0202", [.. infolog, "validateWrite failed on data source 'CustTable (CustTable)'"]);
        }
    }

    // The index over party and legal entity, and the rule that an ordinary prospect becomes the customer: a B2B prospect does not convert.
    private static void CheckParty(HeadquartersSession headquarters, string company, JObject row, JObject? party)
    {
        if (party is null)
        {
            return;
        }

        var number = party.Text("PartyNumber");
        if (headquarters.Where(CustomersV3.Definition, other => other.Is("dataAreaId", company) && other.Is("PartyNumber", number)).FirstOrDefault() is { } taken)
        {
            throw FinOpsErrors.Duplicate(CustomersV3.Definition, $"Party: {number}, customer account: {taken.Text("CustomerAccount")}");
        }

        var prospect = headquarters.Where(Prospects.Definition, other =>
            other.Is("dataAreaId", company) && other.Is("ProspectPartyNumber", number) && !other.Is("IsB2BProspect", "Yes")).FirstOrDefault();
        if (prospect is not null && !row.Is("CustomerAccount", prospect.Text("ProspectId")))
        {
            throw FinOpsErrors.WriteFailed(CustomersV3.Definition, "CE0203",
                $"Cannot create customer with account number '{row.Text("CustomerAccount")}' with same party number as prospect '{prospect.Text("ProspectId")}'. The customer and prospect should have the same account number.");
        }
    }

    private static JObject NewParty(HeadquartersSession headquarters, JObject row) => row.Is("PartyType", PartyRegister.Person)
        ? PartyRegister.CreatePerson(headquarters, row.Text("PersonFirstName"), row.Text("PersonLastName"), row.Text("LanguageId"))
        : PartyRegister.CreateOrganization(headquarters, row.Text("OrganizationName"), row.Text("OrganizationNumber"), row.Text("LanguageId"));

    private static string NextAccount(HeadquartersSession headquarters, string company)
    {
        var prefix = headquarters.Options.LegalEntities.FirstOrDefault(entity => entity.Id == company)?.AccountPrefix ?? company.ToUpperInvariant();
        string account;
        do
        {
            account = headquarters.NextNumber("CustomerAccount|" + company, prefix + "-", 6);
        }
        while (headquarters.Exists(CustomersV3.Definition, company, account));
        return account;
    }
}
