using B2BConnector.CustomCode.Matching;

namespace B2BConnector.CustomCode.Tests.Matching;

/// <summary>Rows in memory. Returns more than asked for, as the real service may.</summary>
internal sealed class SalesStub : ISalesRows
{
    public List<ContactRow> Contacts { get; } = [];

    public List<AccountRow> Accounts { get; } = [];

    public List<LeadRow> Leads { get; } = [];

    public Task<FoundRows> FindAsync(MatchRequest request, CompanyName? name, CancellationToken cancellationToken) => Task.FromResult(new FoundRows(Contacts, Accounts, Leads));
}
