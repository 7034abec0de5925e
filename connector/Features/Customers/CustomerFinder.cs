using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store.Rows;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>
/// Finds the customers that belong to a prospect: those recorded, else by party, then persons by e-mail and organizations by
/// name and registration number, always within the legal entity. One match is adopted; several are for a person to sort out.
/// </summary>
internal sealed class CustomerFinder(CommerceCustomers customers, CustomerRecords records, IOptions<CustomersOptions> options)
{
    /// <exception cref="ConnectorException">several_matches.</exception>
    public async Task<CustomerRow?> FindOrganizationAsync(ProspectKey key, ProspectRow prospect, EnsuredCustomers? known, string name, string? registrationNumber, CancellationToken cancel)
    {
        if (known?.OrganizationAccount is { } account && await customers.FindAsync(key.LegalEntity, account, cancel) is { } recorded)
        {
            return recorded;
        }

        if (await ByPartyAsync(key, prospect, CustomerRow.Organization, cancel) is { } partner)
        {
            return partner;
        }

        var named = (await customers.ListByNameAsync(key.LegalEntity, name.Trim(), cancel))
            .Where(customer => customer.PartyType == CustomerRow.Organization && !Differ(customer.OrganizationNumber, registrationNumber)).ToList();
        var exact = named.Where(customer => Filled(registrationNumber) && Filled(customer.OrganizationNumber)).ToList();
        return One(exact.Count > 0 ? exact : named, "customers of type organization", "name");
    }

    /// <exception cref="ConnectorException">several_matches.</exception>
    public async Task<CustomerRow?> FindPersonAsync(ProspectKey key, ProspectRow prospect, EnsuredCustomers? known, string email, CancellationToken cancel)
    {
        if (known?.PersonAccount is { } account && await customers.FindAsync(key.LegalEntity, account, cancel) is { } recorded)
        {
            return recorded;
        }

        // By e-mail in any case: two persons with one address make sign-in fail for both, so even a match by party does not hide them.
        var mailed = One(
            (await customers.ListByEmailAsync(key.LegalEntity, email, cancel)).Where(customer => customer.PartyType == CustomerRow.Person).ToList(),
            "customers of type person",
            "e-mail address");
        return await ByPartyAsync(key, prospect, CustomerRow.Person, cancel) ?? mailed;
    }

    /// <exception cref="ConnectorException">several_matches.</exception>
    public async Task<ContactRow?> FindContactAsync(ProspectKey key, ProspectRow prospect, EnsuredCustomers? known, string organizationAccount, string email, CancellationToken cancel)
    {
        bool OfOrganization(ContactRow contact) => contact.AssociatedContactType == "Customer" && contact.AssociatedContactNumber == organizationAccount;
        foreach (var party in new[] { known?.PersonParty, prospect.ProspectPartyNumber }.Where(Filled).Distinct())
        {
            if ((await customers.ListContactsByPartyAsync(key.LegalEntity, party!, cancel)).FirstOrDefault(OfOrganization) is { } partner)
            {
                return partner;
            }
        }

        var mailed = (await customers.ListContactsByEmailAsync(key.LegalEntity, email, cancel)).Where(OfOrganization).ToList();
        return mailed.Count <= 1
            ? mailed.FirstOrDefault()
            : throw ConnectorErrors.SeveralMatches("contacts", "e-mail address", [.. mailed.Select(contact => contact.ContactPersonId ?? contact.ContactPersonPartyNumber ?? "")]);
    }

    /// <summary>An approval comes after the customers, unless Commerce makes them.</summary>
    /// <exception cref="ConnectorException">customers_missing or several_matches.</exception>
    public async Task ThrowIfMissingAsync(ProspectKey key, ProspectRow prospect, CancellationToken cancel)
    {
        var known = await records.FindAsync(key, cancel);
        var email = EmailOf(prospect);
        var organization = await FindOrganizationAsync(key, prospect, known, prospect.CompanyName ?? "", prospect.OrganizationNumber, cancel);
        var missing = new List<string>();
        if (organization is null)
        {
            missing.Add("organization customer");
        }

        if (options.Value.BuyerModel == BuyerModel.PersonCustomer)
        {
            if (await FindPersonAsync(key, prospect, known, email, cancel) is null)
            {
                missing.Add("person customer");
            }
        }
        else if (organization is not null && await FindContactAsync(key, prospect, known, organization.CustomerAccount, email, cancel) is null)
        {
            missing.Add("contact");
        }

        if (missing.Count > 0)
        {
            throw ConnectorErrors.CustomersMissing(key.ProspectId, missing);
        }
    }

    /// <summary>Accounts of all persons with the e-mail address of the prospect: with two, neither can sign in.</summary>
    public async Task<IReadOnlyList<string>> PersonsAsync(ProspectKey key, ProspectRow prospect, CancellationToken cancel)
    {
        var email = EmailOf(prospect);
        return options.Value.BuyerModel != BuyerModel.PersonCustomer || email.Length == 0
            ? []
            : [.. (await customers.ListByEmailAsync(key.LegalEntity, email, cancel))
                .Where(customer => customer.PartyType == CustomerRow.Person).Select(customer => customer.CustomerAccount).Order(StringComparer.Ordinal)];
    }

    public static string EmailOf(ProspectRow prospect) => Normal(prospect.PrimaryEmailAddress ?? "");

    /// <summary>The form in which addresses are compared and written.</summary>
    public static string Normal(string email) => email.Trim().ToLowerInvariant();

    private async Task<CustomerRow?> ByPartyAsync(ProspectKey key, ProspectRow prospect, string partyType, CancellationToken cancel) =>
        Filled(prospect.ProspectPartyNumber)
            ? One((await customers.ListByPartyAsync(key.LegalEntity, prospect.ProspectPartyNumber!, cancel)).Where(customer => customer.PartyType == partyType).ToList(), "customers", "party")
            : null;

    private static CustomerRow? One(List<CustomerRow> found, string what, string by) => found.Count <= 1
        ? found.FirstOrDefault()
        : throw ConnectorErrors.SeveralMatches(what, by, [.. found.Select(customer => customer.CustomerAccount).Order(StringComparer.Ordinal)]);

    private static bool Differ(string? one, string? other) => Filled(one) && Filled(other) && !string.Equals(one!.Trim(), other!.Trim(), StringComparison.OrdinalIgnoreCase);

    private static bool Filled(string? text) => !string.IsNullOrWhiteSpace(text);
}
