namespace B2BConnector.CustomCode.Matching;

/// <summary>
/// The rule: contacts by e-mail, accounts as parents of those contacts or by name within the same country. One row is
/// proposed; several are listed and none is proposed. A country that one side does not know is never the same.
/// </summary>
internal sealed class RequestMatcher(ISalesRows rows)
{
    public async Task<MatchResult> MatchAsync(MatchRequest request, CancellationToken cancellationToken = default)
    {
        var name = CompanyName.Of(request.OrganizationName);
        var found = await rows.FindAsync(request, name, cancellationToken).ConfigureAwait(false);

        var contacts = found.Contacts.Where(c => SameEmail(c.Email, request.Email)).OrderBy(c => c.Id, StringComparer.Ordinal).ToList();
        var contactMatches = contacts.Select(c => new Match { Id = c.Id, Name = c.Name, Reason = "email" }).ToList();
        var accountMatches = contacts.Select(c => c.Parent).OfType<AccountRow>().DistinctBy(a => a.Id).Select(a => (Row: a, Reason: "parentOfContact"))
            .Concat(found.Accounts.Where(a => SameCompany(name, request.Country, a.Name, a.Country)).Select(a => (Row: a, Reason: "name")))
            .GroupBy(match => match.Row.Id)
            .Select(match => new Match { Id = match.Key, Name = match.First().Row.Name, Reason = string.Join(',', match.Select(m => m.Reason)) })
            .OrderBy(match => match.Id, StringComparer.Ordinal)
            .ToList();

        return new MatchResult
        {
            Account = accountMatches is [var account] ? account : null,
            Contact = contactMatches is [var contact] ? contact : null,
            Ambiguous = [.. Several("account", accountMatches), .. Several("contact", contactMatches)],
            DuplicateRequest = found.Leads.Any(lead => !string.Equals(lead.ProspectId, request.ProspectId, StringComparison.OrdinalIgnoreCase)
                && (SameEmail(lead.Email, request.Email) || SameCompany(name, request.Country, lead.Company, lead.Country))),
        };
    }

    private static IEnumerable<AmbiguousMatch> Several(string table, List<Match> matches) =>
        matches.Count > 1 ? [new AmbiguousMatch { Table = table, Candidates = matches }] : [];

    private static bool SameCompany(CompanyName? name, string? country, string? otherName, string? otherCountry) =>
        name?.Same(otherName) == true && CountryName.Same(otherCountry, country);

    private static bool SameEmail(string? one, string? other) =>
        one is not null && other is not null && string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
