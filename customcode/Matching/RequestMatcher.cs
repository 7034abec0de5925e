namespace B2BConnector.CustomCode.Matching;

/// <summary>
/// The rule: contacts by e-mail, accounts as parents of those contacts or by name within the same country. One row is
/// proposed; several are listed and none is proposed. A country that one side does not know is never the same.
/// </summary>
internal sealed class RequestMatcher(ISalesRows rows)
{
    public async Task<MatchResult> MatchAsync(MatchRequest request, CancellationToken cancellationToken = default)
    {
        var contacts = await ContactsAsync(request, cancellationToken).ConfigureAwait(false);
        var parents = await ParentsAsync(contacts, cancellationToken).ConfigureAwait(false);
        var named = await NamedAsync(request, cancellationToken).ConfigureAwait(false);

        var contactMatches = contacts.Select(c => new Match { Id = c.Id, Name = c.Name, Reason = "email" }).ToList();
        var accountMatches = parents.Select(a => (Row: a, Reason: "parentOfContact"))
            .Concat(named.Select(a => (Row: a, Reason: "name")))
            .GroupBy(found => found.Row.Id)
            .Select(found => new Match { Id = found.Key, Name = found.First().Row.Name, Reason = string.Join(',', found.Select(f => f.Reason)) })
            .OrderBy(match => match.Id, StringComparer.Ordinal)
            .ToList();

        return new MatchResult
        {
            Account = accountMatches is [var account] ? account : null,
            Contact = contactMatches is [var contact] ? contact : null,
            Ambiguous = [.. Several("account", accountMatches), .. Several("contact", contactMatches)],
            DuplicateRequest = await DuplicateAsync(request, cancellationToken).ConfigureAwait(false),
        };
    }

    private static IEnumerable<AmbiguousMatch> Several(string table, List<Match> matches) =>
        matches.Count > 1 ? [new AmbiguousMatch { Table = table, Candidates = matches }] : [];

    private async Task<List<ContactRow>> ContactsAsync(MatchRequest request, CancellationToken cancellationToken) =>
        request.Email is not { } email
            ? []
            : [.. (await rows.ContactsAsync(email, cancellationToken).ConfigureAwait(false))
                .Where(c => SameEmail(c.Email, email)).OrderBy(c => c.Id, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<AccountRow>> ParentsAsync(List<ContactRow> contacts, CancellationToken cancellationToken)
    {
        var ids = contacts.Select(c => c.ParentId).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return ids.Count == 0 ? [] : await rows.AccountsAsync(ids, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IEnumerable<AccountRow>> NamedAsync(MatchRequest request, CancellationToken cancellationToken) =>
        CompanyName.Of(request.OrganizationName) is not { } name || request.Country is null
            ? []
            : (await rows.AccountsAsync(name, cancellationToken).ConfigureAwait(false))
                .Where(a => name.Same(a.Name) && CountryName.Same(a.Country, request.Country));

    private async Task<bool> DuplicateAsync(MatchRequest request, CancellationToken cancellationToken)
    {
        var name = CompanyName.Of(request.OrganizationName);
        if (request.LegalEntity is null || (request.Email is null && name is null))
        {
            return false;
        }

        var pending = await rows.PendingLeadsAsync(request.LegalEntity, request.Email, name, cancellationToken).ConfigureAwait(false);
        return pending.Any(lead => !string.Equals(lead.ProspectId, request.ProspectId, StringComparison.OrdinalIgnoreCase)
            && (SameEmail(lead.Email, request.Email) || (name is not null && name.Same(lead.Company) && CountryName.Same(lead.Country, request.Country))));
    }

    private static bool SameEmail(string? one, string? other) =>
        one is not null && other is not null && string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);
}
