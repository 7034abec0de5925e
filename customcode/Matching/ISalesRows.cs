namespace B2BConnector.CustomCode.Matching;

/// <summary>The rows of Sales that matching looks at: active ones only. May return more than fit; the matcher compares again.</summary>
internal interface ISalesRows
{
    /// <summary>Contacts with this e-mail.</summary>
    Task<IReadOnlyList<ContactRow>> ContactsAsync(string email, CancellationToken cancellationToken);

    /// <summary>Accounts among these ids; ids of other tables find nothing.</summary>
    Task<IReadOnlyList<AccountRow>> AccountsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>Accounts whose name could be this one.</summary>
    Task<IReadOnlyList<AccountRow>> AccountsAsync(CompanyName name, CancellationToken cancellationToken);

    /// <summary>Leads of pending prospects of a legal entity with this e-mail, or whose company could be this one.</summary>
    Task<IReadOnlyList<LeadRow>> PendingLeadsAsync(string legalEntity, string? email, CompanyName? name, CancellationToken cancellationToken);
}
