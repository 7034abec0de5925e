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
        var making = new Making<CustomerRow>(
            "organization customer",
            CustomerRows.IsOf(prospect, CustomerRow.Organization),
            cancel => finder.FindOrganizationAsync(key, prospect, known, request.Name!, request.RegistrationNumber, cancel),
            async look => await customers.CreateAsync(CustomerRows.Organization(key, prospect, request, await defaults.Value), lease.Token, look));
        var (row, outcome) = await AdoptOrCreateAsync(key, prospect, making, lease);
        return new OrganizationCustomer { CustomerAccount = row?.CustomerAccount, PartyNumber = Filled(row?.PartyNumber), Outcome = outcome };
    }

    private async Task<BuyerCustomer> PersonAsync(ProspectKey key, ProspectRow prospect, EnsuredCustomers? known, PersonRequest request, string account, string email, Lazy<Task<CustomerDefaults>> defaults, Lease lease)
    {
        var making = new Making<CustomerRow>(
            "person customer",
            CustomerRows.IsOf(prospect, CustomerRow.Person),
            cancel => finder.FindPersonAsync(key, prospect, known, email, cancel),
            async look => await customers.CreateAsync(CustomerRows.Person(key, prospect, request, account, await defaults.Value), lease.Token, look));
        var (row, outcome) = await AdoptOrCreateAsync(key, prospect, making, lease);
        return new BuyerCustomer { CustomerAccount = row?.CustomerAccount, PartyNumber = Filled(row?.PartyNumber), Outcome = outcome };
    }

    private async Task<BuyerCustomer> ContactAsync(ProspectKey key, ProspectRow prospect, EnsuredCustomers? known, PersonRequest request, string account, string email, Lease lease)
    {
        var making = new Making<ContactRow>(
            "contact",
            CustomerRows.IsOf(prospect, CustomerRow.Person),
            cancel => finder.FindContactAsync(key, prospect, known, account, email, cancel),
            look => customers.CreateContactAsync(CustomerRows.Contact(key, prospect, request, account), lease.Token, look));
        var (row, outcome) = await AdoptOrCreateAsync(key, prospect, making, lease);
        return new BuyerCustomer { ContactPersonId = Filled(row?.ContactPersonId) ?? Filled(row?.ContactPersonPartyNumber), PartyNumber = Filled(row?.ContactPersonPartyNumber), Outcome = outcome };
    }

    private async Task<(T? Row, CustomerOutcome Outcome)> AdoptOrCreateAsync<T>(ProspectKey key, ProspectRow prospect, Making<T> making, Lease lease)
        where T : class
    {
        if (await making.Find(lease.Token) is { } found)
        {
            return (found, CustomerOutcome.Adopted);
        }

        ThrowIfRejected(key, prospect);
        switch (options.Value.Creation)
        {
            case CustomerCreation.OnApproval:
                return (null, CustomerOutcome.OnApproval);
            case CustomerCreation.AdoptOnly:
                throw ConnectorErrors.CustomersMadeElsewhere(key.ProspectId, making.What);
        }

        T created;
        try
        {
            created = await making.Create(LookAgainAsync);
        }
        catch (CommerceException problem) when (problem.Failure == CommerceFailure.Ambiguous)
        {
            lease.KeepFor(Quarantine);
            if (await making.Find(lease.Token) is not { } arrived)
            {
                throw;
            }

            lease.KeepFor(null);
            return (arrived, CustomerOutcome.Created);
        }
        catch (CommerceException problem) when (problem.Failure is CommerceFailure.Changed or CommerceFailure.Refused)
        {
            // A party is a customer once only: the refusal can mean that an approval in headquarters was quicker.
            if (await making.Find(lease.Token) is not { } theirs)
            {
                throw;
            }

            return (theirs, CustomerOutcome.Adopted);
        }

        // An approval in headquarters makes customers, too, and Commerce takes two companies of one name. One that came between our look and our
        // write, also for another request of the company, is told at once, while nothing refers to either: with two, the look fails.
        if (!making.IsUnique)
        {
            await making.Find(lease.Token);
        }

        return (created, CustomerOutcome.Created);

        // Headquarters knows no lease of ours: it may have decided while Commerce let us wait.
        async Task LookAgainAsync(CancellationToken cancel)
        {
            ThrowIfRejected(key, await reader.RowAsync(key, cancel));
            if (await making.Find(cancel) is not null)
            {
                throw new CommerceException(CommerceFailure.Changed, $"Somebody else made the {making.What} of prospect {key.ProspectId}.");
            }
        }
    }

    /// <summary>A late call for a rejected prospect finds what was made before; it makes nothing new.</summary>
    private static void ThrowIfRejected(ProspectKey key, ProspectRow prospect)
    {
        if (ProspectReader.StatusOf(prospect) == ProspectStatus.Rejected)
        {
            throw ConnectorErrors.AlreadyDecided(key.ProspectId, nameof(ProspectStatus.Rejected), "a customer");
        }
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <param name="What">What is made, in words.</param>
    /// <param name="IsUnique">Whether Commerce itself refuses a second one.</param>
    /// <param name="Find">The one that exists; fails where several do.</param>
    /// <param name="Create">Makes it; what it is given runs before each repetition.</param>
    private sealed record Making<T>(string What, bool IsUnique, Func<CancellationToken, Task<T?>> Find, Func<Func<CancellationToken, Task>, Task<T>> Create)
        where T : class;
}
