using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Features.Customers;

namespace B2BConnector.Connector.Features.Prospects;

/// <summary>The columns in which a row differs from what is asked, in the names of the wire.</summary>
internal static class ProspectChanges
{
    public static JsonObject Between(ProspectRow row, UpdateProspectRequest request)
    {
        var changes = new JsonObject();
        Put(changes, "PrimaryEmailAddress", row.PrimaryEmailAddress, request.Email is null ? null : CustomerFinder.Normal(request.Email));
        Put(changes, "PrimaryPhoneNumber", row.PrimaryPhoneNumber, request.Phone);
        Put(changes, "PrimaryPhoneNumberExtension", row.PrimaryPhoneNumberExtension, request.PhoneExtension);
        Put(changes, "CompanyName", row.CompanyName, request.CompanyName);
        Put(changes, "OrganizationNumber", row.OrganizationNumber, request.RegistrationNumber);
        Put(changes, "Department", row.Department, request.Department);
        Put(changes, "PrimaryURL", row.PrimaryURL, request.Website);
        Put(changes, "Note", row.Note, request.Comments);
        Put(changes, "LanguageId", row.LanguageId, request.Language);
        Put(changes, "CurrencyCode", row.CurrencyCode, request.Currency?.ToUpperInvariant());
        Put(changes, "CustomerGroupId", row.CustomerGroupId, request.CustomerGroup);
        Put(changes, "AddressStreet", row.AddressStreet, request.Address?.Street);
        Put(changes, "AddressStreetNumber", row.AddressStreetNumber, request.Address?.StreetNumber);
        Put(changes, "AddressCity", row.AddressCity, request.Address?.City);
        Put(changes, "AddressCountyId", row.AddressCountyId, request.Address?.County);
        Put(changes, "AddressStateId", row.AddressStateId, request.Address?.State);
        Put(changes, "AddressZipCode", row.AddressZipCode, request.Address?.ZipCode);
        Put(changes, "AddressPostBox", row.AddressPostBox, request.Address?.PostBox);
        Put(changes, "AddressCountryRegionId", row.AddressCountryRegionId, request.Address?.Country?.ToUpperInvariant());
        Put(changes, "AddressDescription", row.AddressDescription, request.Address?.Description);
        if (request.CompanySize is { } size && size != (row.CompanySize ?? 0))
        {
            changes["CompanySize"] = size;
        }

        return changes;
    }

    private static void Put(JsonObject changes, string column, string? present, string? wanted)
    {
        if (wanted is not null && wanted.Trim() != (present ?? ""))
        {
            changes[column] = wanted.Trim();
        }
    }
}
