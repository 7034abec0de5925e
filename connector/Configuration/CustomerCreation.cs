namespace B2BConnector.Connector.Configuration;

/// <summary>When the two customers of a prospect come to be.</summary>
internal enum CustomerCreation
{
    /// <summary>EnsureCustomers adopts or creates them.</summary>
    OnQualify,

    /// <summary>Commerce creates them at approval; EnsureCustomers only reports what is there.</summary>
    OnApproval,

    /// <summary>Another integration creates them; EnsureCustomers adopts and never creates.</summary>
    AdoptOnly,
}
