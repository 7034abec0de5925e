using B2BConnector.CustomCode.Matching;

namespace B2BConnector.CustomCode.Tests.Matching;

/// <summary>Rows in memory. Returns more than asked for where the real service may.</summary>
internal sealed class SalesStub : ISalesRows
{
    public List<ContactRow> Contacts { get; } = [];

    public List<AccountRow> Accounts { get; } = [];

    public List<LeadRow> Leads { get; } = [];

    public Task<IReadOnlyList<ContactRow>> ContactsAsync(string email, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<ContactRow>>(Contacts);

    public Task<IReadOnlyList<AccountRow>> AccountsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AccountRow>>([.. Accounts.Where(a => ids.Contains(a.Id))]);

    public Task<IReadOnlyList<AccountRow>> AccountsAsync(CompanyName name, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AccountRow>>(Accounts);

    public Task<IReadOnlyList<LeadRow>> PendingLeadsAsync(string legalEntity, string? email, CompanyName? name, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<LeadRow>>(Leads);
}
