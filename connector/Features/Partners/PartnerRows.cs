using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Features.Customers;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Rows of users, in the names of the wire.</summary>
internal static class PartnerRows
{
    /// <summary>
    /// A new user takes group, currency, language and address books from its organization, which has them from the channel's default
    /// customer. Inferred: without one of the channel's address books the user would never reach the site.
    /// </summary>
    public static JsonObject Person(Partner partner, PersonRequest person) => Filled(new JsonObject
    {
        ["dataAreaId"] = partner.Key.LegalEntity,
        ["PartyType"] = CustomerRow.Person,
        ["PersonFirstName"] = person.FirstName!.Trim(),
        ["PersonLastName"] = person.LastName!.Trim(),
        ["PrimaryContactEmail"] = CustomerFinder.Normal(person.Email!),
        ["PrimaryContactPhone"] = person.Phone,
        ["CustomerGroupId"] = partner.Organization.CustomerGroupId,
        ["SalesCurrencyCode"] = partner.Organization.SalesCurrencyCode,
        ["LanguageId"] = partner.Organization.LanguageId,
        ["AddressBooks"] = partner.Organization.AddressBooks,

        // Orders of the user are invoiced to the organization, and its credit limit counts.
        ["InvoiceAccount"] = partner.Organization.CustomerAccount,
    });

    /// <param name="partner">The partner.</param>
    /// <param name="person">The user.</param>
    /// <param name="partyNumber">Party of the same person where it is a contact elsewhere already.</param>
    public static JsonObject Contact(Partner partner, PersonRequest person, string? partyNumber) => Filled(new JsonObject
    {
        ["dataAreaId"] = partner.Key.LegalEntity,
        ["AssociatedContactType"] = ContactRow.OfCustomer,
        ["AssociatedContactNumber"] = partner.Organization.CustomerAccount,
        ["ContactPersonPartyNumber"] = partyNumber,
        ["FirstName"] = person.FirstName!.Trim(),
        ["LastName"] = person.LastName!.Trim(),
        ["PrimaryEmailAddress"] = CustomerFinder.Normal(person.Email!),
        ["PrimaryPhoneNumber"] = person.Phone,
    });

    public static JsonObject PersonChanges(BuyerChanges changes) => Present(new JsonObject
    {
        ["PersonFirstName"] = changes.FirstName,
        ["PersonLastName"] = changes.LastName,
        ["PrimaryContactEmail"] = changes.Email,
        ["PrimaryContactPhone"] = changes.Phone,
    });

    public static JsonObject ContactChanges(BuyerChanges changes) => Present(new JsonObject
    {
        ["FirstName"] = changes.FirstName,
        ["LastName"] = changes.LastName,
        ["PrimaryEmailAddress"] = changes.Email,
        ["PrimaryPhoneNumber"] = changes.Phone,
        ["IsInactive"] = changes.IsEnabled switch { null => null, true => "No", false => "Yes" },
    });

    /// <summary>What is unknown is left out, so that Commerce defaults it.</summary>
    private static JsonObject Filled(JsonObject row) => Without(row, value => string.IsNullOrWhiteSpace(value?.ToString()));

    /// <summary>What is not to change is left out; an empty text empties the column.</summary>
    private static JsonObject Present(JsonObject row) => Without(row, value => value is null);

    private static JsonObject Without(JsonObject row, Predicate<JsonNode?> isUnwanted)
    {
        foreach (var name in row.Where(pair => isUnwanted(pair.Value)).Select(pair => pair.Key).ToList())
        {
            row.Remove(name);
        }

        return row;
    }
}
