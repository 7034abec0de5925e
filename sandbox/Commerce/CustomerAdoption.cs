namespace B2BConnector.Commerce;

/// <summary>How approval looks for customers that exist before it makes new ones. Assumed: no public source says what headquarters does.</summary>
public enum CustomerAdoption
{
    /// <summary>The prospect's party first, then e-mail (person) and name (organization) within the legal entity.</summary>
    ByPartyThenEmail,

    /// <summary>The prospect's party only.</summary>
    ByParty,

    /// <summary>E-mail and name only.</summary>
    ByEmail,

    /// <summary>Never: approval makes two new customers.</summary>
    AlwaysCreate,
}
