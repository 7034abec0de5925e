using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Customers;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Buyers as contacts of their organization (multi-outlet ordering). Inferred: the party of a contact is that of its node.</summary>
internal sealed class ContactBuyers(CommerceCustomers customers) : IBuyers
{
    public bool AllowsSeveralAdministrators => true;

    public bool CanBeDisabled => true;

    public async Task<Dictionary<string, Buyer>> ListAsync(Partner partner, IReadOnlyCollection<string> parties, CancellationToken cancel)
    {
        var wanted = parties.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = await customers.ListContactsByAccountAsync(partner.Key.LegalEntity, partner.Organization.CustomerAccount, cancel);
        return rows.Where(row => OfPartner(partner, row) && wanted.Contains(row.ContactPersonPartyNumber ?? ""))
            .DistinctBy(row => row.ContactPersonPartyNumber, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(row => row.ContactPersonPartyNumber!, Say, StringComparer.OrdinalIgnoreCase);
    }

    public async Task<Buyer?> FindByEmailAsync(Partner partner, string email, CancellationToken cancel)
    {
        var found = (await customers.ListContactsByEmailAsync(partner.Key.LegalEntity, email, cancel)).Where(row => OfPartner(partner, row)).ToList();
        return found.Count <= 1
            ? found.Select(Say).FirstOrDefault()
            : throw ConnectorErrors.SeveralMatches("contacts", "e-mail address", [.. found.Select(row => row.ContactPersonId ?? row.ContactPersonPartyNumber ?? "").Order(StringComparer.Ordinal)]);
    }

    /// <summary>A contact of another organization comes to this one with its party, as Commerce itself does it.</summary>
    public async Task<Buyer> CreateAsync(Partner partner, PersonRequest person, CancellationToken cancel)
    {
        var elsewhere = (await customers.ListContactsByEmailAsync(partner.Key.LegalEntity, CustomerFinder.Normal(person.Email!), cancel))
            .Select(row => row.ContactPersonPartyNumber).Where(party => !string.IsNullOrEmpty(party)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return elsewhere.Count <= 1
            ? Say(await customers.CreateContactAsync(PartnerRows.Contact(partner, person, elsewhere.FirstOrDefault()), cancel))
            : throw ConnectorErrors.SeveralMatches("parties", "e-mail address", elsewhere!);
    }

    public async Task<Buyer> AdoptAsync(Partner partner, Buyer buyer, CancellationToken cancel)
    {
        if (!buyer.IsEnabled)
        {
            await UpdateAsync(partner, buyer, new BuyerChanges { IsEnabled = true }, cancel);
        }

        return buyer with { IsEnabled = true };
    }

    public Task UpdateAsync(Partner partner, Buyer buyer, BuyerChanges changes, CancellationToken cancel) =>
        customers.UpdateContactAsync(partner.Key.LegalEntity, buyer.PartyNumber, partner.Organization.CustomerAccount, PartnerRows.ContactChanges(changes), cancel);

    private static bool OfPartner(Partner partner, ContactRow row) =>
        row.AssociatedContactType == ContactRow.OfCustomer && string.Equals(row.AssociatedContactNumber, partner.Organization.CustomerAccount, StringComparison.OrdinalIgnoreCase);

    private static Buyer Say(ContactRow row) => new()
    {
        PartyNumber = row.ContactPersonPartyNumber ?? "",
        ContactPersonId = row.ContactPersonId,
        FirstName = row.FirstName,
        LastName = row.LastName,
        Email = row.PrimaryEmailAddress,
        Phone = row.PrimaryPhoneNumber,
        IsEnabled = row.IsInactive != "Yes",
    };
}
