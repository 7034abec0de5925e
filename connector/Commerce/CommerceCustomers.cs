using System.Text.Json.Nodes;
using B2BConnector.Connector.Commerce.Rows;

namespace B2BConnector.Connector.Commerce;

/// <summary>Customers and contacts of Commerce.</summary>
internal sealed class CommerceCustomers(CommerceClient commerce)
{
    private const string Set = "CustomersV3";
    private const string Contacts = "CDSContactPersonsV2";

    public Task<CustomerRow?> FindAsync(string legalEntity, string account, CancellationToken cancel) =>
        commerce.FindAsync<CustomerRow>(OData.Key(Set, ("dataAreaId", legalEntity), ("CustomerAccount", account)) + "?cross-company=true", cancel);

    public Task<List<CustomerRow>> ListByPartyAsync(string legalEntity, string partyNumber, CancellationToken cancel) =>
        ListAsync<CustomerRow>(Set, legalEntity, "PartyNumber", partyNumber, cancel);

    public Task<List<CustomerRow>> ListByEmailAsync(string legalEntity, string email, CancellationToken cancel) =>
        ListAsync<CustomerRow>(Set, legalEntity, "PrimaryContactEmail", email, cancel);

    public Task<List<CustomerRow>> ListByNameAsync(string legalEntity, string name, CancellationToken cancel) =>
        ListAsync<CustomerRow>(Set, legalEntity, "OrganizationName", name, cancel);

    /// <summary>Customers whose orders are invoiced to this account.</summary>
    public Task<List<CustomerRow>> ListByInvoiceAccountAsync(string legalEntity, string account, CancellationToken cancel) =>
        ListAsync<CustomerRow>(Set, legalEntity, "InvoiceAccount", account, cancel);

    public Task UpdateAsync(string legalEntity, string account, JsonObject changes, string? etag, CancellationToken cancel) =>
        commerce.UpdateAsync(OData.Key(Set, ("dataAreaId", legalEntity), ("CustomerAccount", account)) + "?cross-company=true", changes, etag, cancel);

    /// <inheritdoc cref="CommerceClient.CreateAsync"/>
    public Task<CustomerRow> CreateAsync(JsonObject row, CancellationToken cancel, Func<CancellationToken, Task>? beforeRepetition = null) =>
        commerce.CreateAsync<CustomerRow>(OData.Query(Set), row, cancel, beforeRepetition);

    public Task<List<ContactRow>> ListContactsByPartyAsync(string legalEntity, string partyNumber, CancellationToken cancel) =>
        ListAsync<ContactRow>(Contacts, legalEntity, "ContactPersonPartyNumber", partyNumber, cancel);

    public Task<List<ContactRow>> ListContactsByEmailAsync(string legalEntity, string email, CancellationToken cancel) =>
        ListAsync<ContactRow>(Contacts, legalEntity, "PrimaryEmailAddress", email, cancel);

    /// <summary>Contacts of one account, of whatever type that is.</summary>
    public Task<List<ContactRow>> ListContactsByAccountAsync(string legalEntity, string account, CancellationToken cancel) =>
        ListAsync<ContactRow>(Contacts, legalEntity, "AssociatedContactNumber", account, cancel);

    public Task UpdateContactAsync(string legalEntity, string partyNumber, string account, JsonObject changes, CancellationToken cancel) =>
        commerce.UpdateAsync(
            OData.KeyOfLiterals(
                Contacts,
                ("dataAreaId", OData.Text(legalEntity)),
                ("ContactPersonPartyNumber", OData.Text(partyNumber)),
                ("AssociatedContactType", OData.Symbol(ContactRow.TypeEnumeration, ContactRow.OfCustomer)),
                ("AssociatedContactNumber", OData.Text(account))) + "?cross-company=true",
            changes,
            etag: null,
            cancel);

    /// <inheritdoc cref="CommerceClient.CreateAsync"/>
    public Task<ContactRow> CreateContactAsync(JsonObject row, CancellationToken cancel, Func<CancellationToken, Task>? beforeRepetition = null) =>
        commerce.CreateAsync<ContactRow>(OData.Query(Contacts), row, cancel, beforeRepetition);

    /// <summary>Limits that hold for a time only.</summary>
    public async Task<List<TemporaryCreditLimitRow>> ListTemporaryCreditLimitsAsync(string legalEntity, string account, CancellationToken cancel)
    {
        var limits = new List<TemporaryCreditLimitRow>();
        var query = OData.Query("TemporaryCreditLimits", ("$filter", $"CustAccountDataArea eq {OData.Text(legalEntity)} and CustAccount eq {OData.Text(account)}"));
        await foreach (var row in commerce.ListAsync<TemporaryCreditLimitRow>(query, cancel))
        {
            limits.Add(row);
        }

        return limits;
    }

    public async Task<List<CustomerGroupRow>> ListGroupsAsync(string legalEntity, CancellationToken cancel)
    {
        var groups = new List<CustomerGroupRow>();
        await foreach (var row in commerce.ListAsync<CustomerGroupRow>(OData.Query("CustomerGroups", ("$filter", $"dataAreaId eq {OData.Text(legalEntity)}")), cancel))
        {
            groups.Add(row);
        }

        return groups;
    }

    private async Task<List<T>> ListAsync<T>(string set, string legalEntity, string field, string value, CancellationToken cancel)
    {
        var rows = new List<T>();
        var query = OData.Query(set, ("$filter", $"dataAreaId eq {OData.Text(legalEntity)} and {field} eq {OData.Text(value)}"));
        await foreach (var row in commerce.ListAsync<T>(query, cancel))
        {
            rows.Add(row);
        }

        return rows;
    }
}
