using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Features.Prospects;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>Rows of new customers, in the names of the wire. What is unknown is left out, so that Commerce defaults it.</summary>
internal static class CustomerRows
{
    public static JsonObject Organization(ProspectKey key, ProspectRow prospect, OrganizationRequest request, CustomerDefaults defaults)
    {
        var row = Start(key, CustomerRow.Organization, prospect, defaults);
        Put(row, "OrganizationName", request.Name!.Trim());
        Put(row, "OrganizationNumber", request.RegistrationNumber);
        Put(row, "PrimaryContactEmail", request.Email);
        Put(row, "PrimaryContactPhone", request.Phone);
        Put(row, "PrimaryContactURL", request.Website);
        if (request.Address is { } address && !address.IsEmpty())
        {
            Put(row, "AddressStreet", address.Street);
            Put(row, "AddressStreetNumber", address.StreetNumber);
            Put(row, "AddressCity", address.City);
            Put(row, "AddressCounty", address.County);
            Put(row, "AddressState", address.State);
            Put(row, "AddressZipCode", address.ZipCode);
            Put(row, "AddressPostbox", address.PostBox);
            Put(row, "AddressCountryRegionId", address.Country);
            Put(row, "AddressDescription", address.Description);
        }

        return row;
    }

    public static JsonObject Person(ProspectKey key, ProspectRow prospect, PersonRequest request, string organizationAccount, CustomerDefaults defaults)
    {
        var row = Start(key, CustomerRow.Person, prospect, defaults);
        Put(row, "PersonFirstName", request.FirstName!.Trim());
        Put(row, "PersonLastName", request.LastName!.Trim());
        Put(row, "PrimaryContactEmail", CustomerFinder.Normal(request.Email!));
        Put(row, "PrimaryContactPhone", request.Phone);

        // Orders of the buyer are invoiced to the organization, and its credit limit counts.
        Put(row, "InvoiceAccount", organizationAccount);
        return row;
    }

    public static JsonObject Contact(ProspectKey key, ProspectRow prospect, PersonRequest request, string organizationAccount)
    {
        var row = new JsonObject
        {
            ["dataAreaId"] = key.LegalEntity,
            ["AssociatedContactType"] = "Customer",
            ["AssociatedContactNumber"] = organizationAccount,
            ["FirstName"] = request.FirstName!.Trim(),
            ["LastName"] = request.LastName!.Trim(),
            ["PrimaryEmailAddress"] = CustomerFinder.Normal(request.Email!),
        };
        Put(row, "ContactPersonPartyNumber", IsOf(prospect, CustomerRow.Person) ? prospect.ProspectPartyNumber : null);
        Put(row, "PrimaryPhoneNumber", request.Phone);
        return row;
    }

    /// <summary>Whether a customer of this type gets the party of the prospect: a party is a customer of a legal entity only once.</summary>
    public static bool IsOf(ProspectRow prospect, string partyType) =>
        (prospect.ProspectPartyType ?? prospect.Party?.PartyType) == partyType && !string.IsNullOrWhiteSpace(prospect.ProspectPartyNumber);

    private static JsonObject Start(ProspectKey key, string partyType, ProspectRow prospect, CustomerDefaults defaults)
    {
        var row = new JsonObject { ["dataAreaId"] = key.LegalEntity, ["PartyType"] = partyType };

        // The prospect's own party, so that the approval of Commerce finds this customer instead of making another.
        Put(row, "PartyNumber", IsOf(prospect, partyType) ? prospect.ProspectPartyNumber : null);
        Put(row, "CustomerGroupId", defaults.Group);
        Put(row, "SalesCurrencyCode", defaults.Currency);
        Put(row, "LanguageId", defaults.Language);
        Put(row, "AddressBooks", defaults.AddressBooks);
        return row;
    }

    private static void Put(JsonObject row, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            row[name] = value.Trim();
        }
    }
}
