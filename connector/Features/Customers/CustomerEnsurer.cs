using B2BConnector.Connector.Commerce;
using B2BConnector.Connector.Commerce.Rows;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Customers;

/// <summary>Adopts or creates the two customers of a prospect, one caller at a time per prospect, company and e-mail address.</summary>
internal sealed class CustomerEnsurer(
    ProspectReader reader,
    CustomerFinder finder,
    CustomerRecords records,
    CommerceCustomers customers,
    CommerceChannels channels,
    LeaseStore leases,
    IOptions<CustomersOptions> options)
{
    // A write whose answer was lost may still be on its way for this long; nobody writes the same meanwhile.
    private static readonly TimeSpan Quarantine = TimeSpan.FromSeconds(20);

    public async Task<EnsureCustomersAnswer> EnsureAsync(ProspectKey key, OrganizationRequest organization, PersonRequest person, CancellationToken cancel)
    {
        var email = CustomerFinder.Normal(person.Email!);
        await using var lease = await leases.TakeAsync(
            cancel,
            LeaseNames.OfProspect(key),
            LeaseNames.OfEmail(key.LegalEntity, email),
            LeaseNames.OfOrganization(key.LegalEntity, organization.Name!));
        var prospect = await reader.RowAsync(key, lease.Token);
        Check(key, prospect);
        var known = await records.FindAsync(key, lease.Token);
        var defaults = new Lazy<Task<CustomerDefaults>>(() => CustomerDefaults.ReadAsync(key, prospect, channels, customers, lease.Token));

        // The organization comes first, because the buyer's invoice account is its number. Each is recorded at once: a
        // repetition after a failure in between finds it without a search.
        var company = await OrganizationAsync(key, prospect, known, organization, defaults, lease);
        if (company.CustomerAccount is not { } account)
        {
            return new EnsureCustomersAnswer { Organization = company, Person = new BuyerCustomer { Outcome = CustomerOutcome.OnApproval }, BuyerModel = options.Value.BuyerModel };
        }

        await records.KeepOrganizationAsync(key, account, company.PartyNumber, lease.Token);
        var buyer = options.Value.BuyerModel == BuyerModel.Contact
            ? await ContactAsync(key, prospect, known, person, account, email, lease)
            : await PersonAsync(key, prospect, known, person, account, email, defaults, lease);
        await records.KeepBuyerAsync(key, buyer, lease.Token);
        return new EnsureCustomersAnswer { Organization = company, Person = buyer, BuyerModel = options.Value.BuyerModel };
    }

    private static void Check(ProspectKey key, ProspectRow prospect)
    {
        if (!prospect.IsB2B)
        {
            throw ConnectorErrors.NotB2BProspect(key.ProspectId);
        }

        if (ProspectReader.StatusOf(prospect) == ProspectStatus.Unknown)
        {
            throw ConnectorErrors.UnknownStatus(key.ProspectId);
        }
    }

    private async Task<OrganizationCustomer> OrganizationAsync(ProspectKey key, ProspectRow prospect, EnsuredCustomers? known, OrganizationRequest request, Lazy<Task<CustomerDefaults>> defaults, Lease lease)
    {
        Task<CustomerRow?> Find() => finder.FindOrganizationAsync(key, prospect, known, request.Name!, request.RegistrationNumber, lease.Token);
        var (row, outcome) = await AdoptOrCreateAsync(
            key, prospect, "organization customer", Find, async () => await customers.CreateAsync(CustomerRows.Organization(key, prospect, request, await defaults.Value), lease.Token), lease);
        return new OrganizationCustomer { CustomerAccount = row?.CustomerAccount, PartyNumber = Filled(row?.PartyNumber), Outcome = outcome };
    }

    private async Task<BuyerCustomer> PersonAsync(ProspectKey key, ProspectRow prospect, EnsuredCustomers? known, PersonRequest request, string account, string email, Lazy<Task<CustomerDefaults>> defaults, Lease lease)
    {
        Task<CustomerRow?> Find() => finder.FindPersonAsync(key, prospect, known, email, lease.Token);
        var (row, outcome) = await AdoptOrCreateAsync(
            key, prospect, "person customer", Find, async () => await customers.CreateAsync(CustomerRows.Person(key, prospect, request, account, await defaults.Value), lease.Token), lease);
        return new BuyerCustomer { CustomerAccount = row?.CustomerAccount, PartyNumber = Filled(row?.PartyNumber), Outcome = outcome };
    }

    private async Task<BuyerCustomer> ContactAsync(ProspectKey key, ProspectRow prospect, EnsuredCustomers? known, PersonRequest request, string account, string email, Lease lease)
    {
        Task<ContactRow?> Find() => finder.FindContactAsync(key, prospect, known, account, email, lease.Token);
        var (row, outcome) = await AdoptOrCreateAsync(
            key, prospect, "contact", Find, () => customers.CreateContactAsync(CustomerRows.Contact(key, prospect, request, account), lease.Token), lease);
        return new BuyerCustomer { ContactPersonId = Filled(row?.ContactPersonId) ?? Filled(row?.ContactPersonPartyNumber), PartyNumber = Filled(row?.ContactPersonPartyNumber), Outcome = outcome };
    }

    private async Task<(T? Row, CustomerOutcome Outcome)> AdoptOrCreateAsync<T>(ProspectKey key, ProspectRow prospect, string what, Func<Task<T?>> find, Func<Task<T>> create, Lease lease)
        where T : class
    {
        if (await find() is { } found)
        {
            return (found, CustomerOutcome.Adopted);
        }

        // A late call for a rejected prospect finds what was made before; it makes nothing new.
        if (ProspectReader.StatusOf(prospect) == ProspectStatus.Rejected)
        {
            throw ConnectorErrors.AlreadyDecided(key.ProspectId, nameof(ProspectStatus.Rejected), "a customer");
        }

        switch (options.Value.Creation)
        {
            case CustomerCreation.OnApproval:
                return (null, CustomerOutcome.OnApproval);
            case CustomerCreation.AdoptOnly:
                throw ConnectorErrors.CustomersMissing(key.ProspectId, [what]);
        }

        try
        {
            return (await create(), CustomerOutcome.Created);
        }
        catch (CommerceException problem) when (problem.Failure == CommerceFailure.Ambiguous)
        {
            lease.KeepFor(Quarantine);
            if (await find() is not { } arrived)
            {
                throw;
            }

            lease.KeepFor(null);
            return (arrived, CustomerOutcome.Created);
        }
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
