using System.Text.Json;
using B2BConnector.CustomCode.Dataverse;

namespace B2BConnector.CustomCode.Matching;

/// <summary>Reads the rows from Dataverse, all in one call. Rows that were merged into another one are inactive there, so the state is enough.</summary>
internal sealed class SalesRows(IDataverse dataverse) : ISalesRows
{
    private const string Active = "statecode eq 0";
    private const int ActiveState = 0;
    private const int PendingProspect = 726000000;
    private const string Parent = "parentcustomerid_account";

    public async Task<FoundRows> FindAsync(MatchRequest request, CompanyName? name, CancellationToken cancellationToken)
    {
        RowQuery?[] wanted = [Contacts(request.Email), request.Country is null ? null : Accounts(name), PendingLeads(request.LegalEntity, request.Email, name)];
        var asked = wanted.OfType<RowQuery>().ToList();
        var found = asked.Count == 0 ? [] : await dataverse.QueryTogetherAsync(asked, cancellationToken).ConfigureAwait(false);
        return new FoundRows([.. Rows("contacts").Select(Contact)], [.. Rows("accounts").Select(Account)], [.. Rows("leads").Select(Lead)]);

        IEnumerable<JsonElement> Rows(string set) => asked.FindIndex(query => query.Set == set) is >= 0 and var at ? found[at] : [];
    }

    private static RowQuery? Contacts(string? email) => email is null
        ? null
        : new RowQuery(
            "contacts",
            ["contactid", "fullname", "emailaddress1"],
            $"{Active} and emailaddress1 eq {RowQuery.Literal(email)}",
            $"{Parent}($select=accountid,name,address1_country,statecode)");

    private static RowQuery? Accounts(CompanyName? name) =>
        name is null ? null : new RowQuery("accounts", ["accountid", "name", "address1_country"], $"{Active} and ({Contains("name", name)})");

    private static RowQuery? PendingLeads(string? legalEntity, string? email, CompanyName? name)
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

        return legalEntity is null || same.Count == 0
            ? null
            : new RowQuery(
                "leads",
                ["b2b_prospectid", "emailaddress1", "companyname", "address1_country"],
                $"b2b_legalentity eq {RowQuery.Literal(legalEntity)} and b2b_prospectid ne null and b2b_prospectstatus eq {PendingProspect} and ({string.Join(" or ", same)})");
    }

    // Dataverse compares without case and, as a rule, without diacritics; the exact comparison is the matcher's.
    private static string Contains(string column, CompanyName name) =>
        string.Join(" or ", name.SearchTerms.Select(term => $"contains({column},{RowQuery.Literal(term)})"));

    // A contact may also belong to another contact; then it has no account.
    private static ContactRow Contact(JsonElement row) => new(
        Text(row, "contactid")!,
        Text(row, "fullname") ?? "",
        Text(row, "emailaddress1"),
        row.TryGetProperty(Parent, out var parent) && parent.ValueKind == JsonValueKind.Object && parent.GetProperty("statecode").GetInt32() == ActiveState ? Account(parent) : null);

    private static AccountRow Account(JsonElement row) => new(Text(row, "accountid")!, Text(row, "name") ?? "", Text(row, "address1_country"));

    private static LeadRow Lead(JsonElement row) => new(Text(row, "b2b_prospectid"), Text(row, "emailaddress1"), Text(row, "companyname"), Text(row, "address1_country"));

    private static string? Text(JsonElement row, string column) =>
        row.TryGetProperty(column, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
