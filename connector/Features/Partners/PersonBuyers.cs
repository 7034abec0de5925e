using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Customers;

namespace B2BConnector.Connector.Features.Partners;

/// <summary>Buyers as customers of type person, invoiced to their organization.</summary>
internal sealed class PersonBuyers(CommerceCustomers customers, CommerceHierarchies hierarchies) : IBuyers
{
    public bool AllowsSeveralAdministrators => false;

    public bool CanBeDisabled => false;

    public async Task<Dictionary<string, Buyer>> ListAsync(Partner partner, IReadOnlyCollection<string> parties, CancellationToken cancel)
    {
        var wanted = parties.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var rows = await customers.ListByInvoiceAccountAsync(partner.Key.LegalEntity, partner.Organization.CustomerAccount, cancel);

        // Those added by hand may be invoiced to themselves.
        foreach (var party in wanted.Except(rows.Select(row => row.PartyNumber ?? ""), StringComparer.OrdinalIgnoreCase).ToList())
        {
            rows.AddRange(await customers.ListByPartyAsync(partner.Key.LegalEntity, party, cancel));
        }

        return rows.Where(row => row.PartyType == CustomerRow.Person && wanted.Contains(row.PartyNumber ?? ""))
            .DistinctBy(row => row.PartyNumber, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(row => row.PartyNumber!, Say, StringComparer.OrdinalIgnoreCase);
    }

    public async Task<Buyer?> FindByEmailAsync(Partner partner, string email, CancellationToken cancel)
    {
        var found = (await customers.ListByEmailAsync(partner.Key.LegalEntity, email, cancel)).Where(row => row.PartyType == CustomerRow.Person).ToList();
        if (found.Count > 1)
        {
            throw ConnectorErrors.SeveralMatches("customers of type person", "e-mail address", [.. found.Select(row => row.CustomerAccount).Order(StringComparer.Ordinal)]);
        }

        if (found is not [{ PartyNumber: { Length: > 0 } party } row])
        {
            return null;
        }

        return partner.Member(party) is not null || (IsInvoicedTo(partner, row) && (await hierarchies.ListByMemberAsync(party, cancel)).Count == 0)
            ? Say(row)
            : throw ConnectorErrors.EmailInUse(row.CustomerAccount);
    }

    public async Task<Buyer> CreateAsync(Partner partner, PersonRequest person, CancellationToken cancel) =>
        Say(await customers.CreateAsync(PartnerRows.Person(partner, person), cancel));

    /// <summary>Orders of the buyer are invoiced to the organization, whose credit limit counts.</summary>
    public async Task<Buyer> AdoptAsync(Partner partner, Buyer buyer, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(buyer.InvoiceAccount))
        {
            await customers.UpdateAsync(partner.Key.LegalEntity, buyer.CustomerAccount!, new JsonObject { ["InvoiceAccount"] = partner.Organization.CustomerAccount }, etag: null, cancel);
        }

        return buyer with { InvoiceAccount = partner.Organization.CustomerAccount };
    }

    public Task UpdateAsync(Partner partner, Buyer buyer, BuyerChanges changes, CancellationToken cancel) =>
        customers.UpdateAsync(partner.Key.LegalEntity, buyer.CustomerAccount!, PartnerRows.PersonChanges(changes), etag: null, cancel);

    private static bool IsInvoicedTo(Partner partner, CustomerRow row) =>
        string.IsNullOrEmpty(row.InvoiceAccount) || string.Equals(row.InvoiceAccount, partner.Organization.CustomerAccount, StringComparison.OrdinalIgnoreCase);

    private static Buyer Say(CustomerRow row) => new()
    {
        PartyNumber = row.PartyNumber ?? "",
        CustomerAccount = row.CustomerAccount,
        FirstName = row.PersonFirstName,
        LastName = row.PersonLastName,
        Email = row.PrimaryContactEmail,
        Phone = row.PrimaryContactPhone,
        InvoiceAccount = row.InvoiceAccount,
    };
}
