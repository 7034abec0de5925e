namespace B2BConnector.CustomCode.Matching;

/// <summary>What Sales has that could be the same. May hold more than fits; the matcher compares again.</summary>
/// <param name="Contacts">Contacts with the e-mail.</param>
/// <param name="Accounts">Accounts whose name could be that of the organization.</param>
/// <param name="Leads">Leads of pending prospects of the legal entity with the e-mail, or whose company could be the organization.</param>
internal sealed record FoundRows(IReadOnlyList<ContactRow> Contacts, IReadOnlyList<AccountRow> Accounts, IReadOnlyList<LeadRow> Leads);
