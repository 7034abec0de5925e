using B2BConnector.Commerce.Entities;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Headquarters;

/// <summary>Prospects come from the synchronisation job or, by import, from OData.</summary>
internal static class ProspectRegister
{
    /// <summary>The prospect's Type ID. It stays, even after the prospect became a customer.</summary>
    public const string B2BType = "B2B prospect";

    /// <summary>A prospect with a new party, in status Pending, defaults taken from the channel's default customer.</summary>
    public static JObject Register(HeadquartersSession headquarters, JObject row, string firstName, string lastName)
    {
        var company = row.Text("dataAreaId");
        Inherit(headquarters, row);
        Check(headquarters, row);
        var party = PartyRegister.CreatePerson(headquarters, firstName, lastName, row.Text("LanguageId"));
        var number = party.Text("PartyNumber");
        SetContacts(headquarters, row, number);
        if (row.Text("ProspectId").Length == 0)
        {
            row["ProspectId"] = headquarters.NextNumber("ProspectId|" + company, "P-", 6);
        }
        else if (headquarters.Exists(Prospects.Definition, company, row.Text("ProspectId")))
        {
            throw FinOpsErrors.Duplicate(Prospects.Definition, "Prospect: " + row.Text("ProspectId"));
        }

        // Assumed: the party is the requester's (a person), since only a party can hold the two names.
        row["ProspectPartyNumber"] = number;
        row["ProspectPartyType"] = PartyRegister.Person;
        row["B2BProspectStatus"] ??= "Pending";
        if (row.Is("IsB2BProspect", "Yes"))
        {
            row["ProspectRelationTypeId"] = B2BType;
        }

        FormatAddress(row);
        return headquarters.Insert(Prospects.Definition, row);
    }

    /// <summary>Addresses of a prospect are those of its party.</summary>
    public static void SetContacts(HeadquartersSession headquarters, JObject row, string party)
    {
        PartyRegister.SetPrimary(headquarters, party, "Email", row.Text("PrimaryEmailAddress"));
        PartyRegister.SetPrimary(headquarters, party, "Phone", row.Text("PrimaryPhoneNumber"), row.Text("PrimaryPhoneNumberExtension"));
        PartyRegister.SetPrimary(headquarters, party, "URL", row.Text("PrimaryURL"));
    }

    /// <summary>POST /data/Prospects. Inferred: the entity accepts B2B prospects, since dual-write maps the columns both ways.</summary>
    public static JObject Import(HeadquartersSession headquarters, JObject row)
    {
        var name = row.Text("ProspectName").Trim();
        var target = row.Text("B2BProspectStatus");
        var infolog = new List<string>();
        if (name.Length == 0)
        {
            infolog.Add(FinOpsErrors.MustBeFilled("Name"));
        }

        if (target is not ("" or "Pending"))
        {
            infolog.Add("A prospect starts as Pending; approve or reject it afterwards.");
        }

        if (infolog.Count > 0)
        {
            throw FinOpsErrors.WriteFailed(Prospects.Definition, "CE0207", infolog);
        }

        var space = name.IndexOf(' ', StringComparison.Ordinal);
        return Register(headquarters, row, space < 0 ? "" : name[..space], name[(space + 1)..]);
    }

    public static void Check(HeadquartersSession headquarters, JObject row)
    {
        var infolog = new List<string>();
        if (row.Text("AddressCountryRegionId") is { Length: > 0 } country && CountryCodes.Iso2(country) is null)
        {
            infolog.Add(FinOpsErrors.NotRelated(country, "Country/region", "Country/region"));
        }

        if (row.Text("CustomerGroupId") is { Length: > 0 } group && !headquarters.Exists(CustomerGroups.Definition, row.Text("dataAreaId"), group))
        {
            infolog.Add(FinOpsErrors.NotRelated(group, "Customer group", "Customer groups"));
        }

        if (infolog.Count > 0)
        {
            throw FinOpsErrors.WriteFailed(Prospects.Definition, "CE0208", infolog);
        }
    }

    public static void FormatAddress(JObject row)
    {
        if (CountryCodes.Iso2(row.Text("AddressCountryRegionId")) is { } iso2)
        {
            row["AddressCountryRegionISOCode"] = iso2;
        }

        row["FormattedAddress"] = PostalAddress.Format(row, "AddressStateId");
    }

    private static void Inherit(HeadquartersSession headquarters, JObject row)
    {
        if (ChannelRegister.Of(headquarters, row) is { } channel && ChannelRegister.DefaultCustomer(headquarters, channel) is { } source)
        {
            (string From, string To)[] columns =
                [("CustomerGroupId", "CustomerGroupId"), ("SalesCurrencyCode", "CurrencyCode"), ("SalesTaxGroup", "SalesTaxGroupCode"), ("LanguageId", "LanguageId"), ("AddressBooks", "AddressBooks")];
            source.CopyTo(row, [.. columns.Where(column => row.Text(column.To).Length == 0)]);
        }
    }
}
