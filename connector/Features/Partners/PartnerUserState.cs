namespace B2BConnector.Connector.Features.Partners;

/// <summary>What headquarters knows of a user. Whether the site knows it too depends on job 1010.</summary>
internal enum PartnerUserState
{
    /// <summary>In the hierarchy, with an e-mail address: signs in once job 1010 has run.</summary>
    Member,

    /// <summary>A contact that is not enabled.</summary>
    Disabled,

    /// <summary>In the hierarchy without customer, contact or e-mail address in this legal entity: cannot sign in.</summary>
    Incomplete,
}
