using System.Text.Json;
using B2BConnector.CustomCode.Dataverse;

namespace B2BConnector.CustomCode.Matching;

/// <summary>Reads the rows from Dataverse. Rows that were merged into another one are inactive there, so the state is enough.</summary>
internal sealed class SalesRows(IDataverse dataverse) : ISalesRows
{
    private const string Active = "statecode eq 0";
    private const int PendingProspect = 726000000;
    private static readonly string[] AccountColumns = ["accountid", "name", "address1_country"];

    public async Task<IReadOnlyList<ContactRow>> ContactsAsync(string email, CancellationToken cancellationToken)
    {
        var query = new RowQuery("contacts", ["contactid", "fullname", "emailaddress1", "_parentcustomerid_value"], $"{Active} and emailaddress1 eq {RowQuery.Literal(email)}");
        var rows = await dataverse.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(r => new ContactRow(Text(r, "contactid")!, Text(r, "fullname") ?? "", Text(r, "emailaddress1"), Text(r, "_parentcustomerid_value")))];
    }

    public Task<IReadOnlyList<AccountRow>> AccountsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        AccountsWhereAsync(string.Join(" or ", ids.Select(id => $"accountid eq {Guid.Parse(id)}")), cancellationToken);

    public Task<IReadOnlyList<AccountRow>> AccountsAsync(CompanyName name, CancellationToken cancellationToken) =>
        AccountsWhereAsync(Contains("name", name), cancellationToken);

    public async Task<IReadOnlyList<LeadRow>> PendingLeadsAsync(string legalEntity, string? email, CompanyName? name, CancellationToken cancellationToken)
    {
        var same = new List<string>();
        if (email is not null)
        {
            same.Add($"emailaddress1 eq {RowQuery.Literal(email)}");
        }

        if (name is not null)
        {
            same.Add(Contains("companyname", name));
        }

        var query = new RowQuery(
            "leads",
            ["b2b_prospectid", "emailaddress1", "companyname", "address1_country"],
            $"b2b_legalentity eq {RowQuery.Literal(legalEntity)} and b2b_prospectid ne null and b2b_prospectstatus eq {PendingProspect} and ({string.Join(" or ", same)})");
        var rows = await dataverse.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(r => new LeadRow(Text(r, "b2b_prospectid"), Text(r, "emailaddress1"), Text(r, "companyname"), Text(r, "address1_country")))];
    }

    // Dataverse compares without case and, as a rule, without diacritics; the exact comparison is the matcher's.
    private static string Contains(string column, CompanyName name) =>
        string.Join(" or ", name.SearchTerms.Select(term => $"contains({column},{RowQuery.Literal(term)})"));

    private async Task<IReadOnlyList<AccountRow>> AccountsWhereAsync(string filter, CancellationToken cancellationToken)
    {
        var rows = await dataverse.QueryAsync(new RowQuery("accounts", AccountColumns, $"{Active} and ({filter})"), cancellationToken).ConfigureAwait(false);
        return [.. rows.Select(r => new AccountRow(Text(r, "accountid")!, Text(r, "name") ?? "", Text(r, "address1_country")))];
    }

    private static string? Text(JsonElement row, string column) =>
        row.TryGetProperty(column, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
