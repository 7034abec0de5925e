namespace B2BConnector.Dataverse.Seed;

/// <summary>The fixed ids of the rows every sandbox organization starts with.</summary>
public static class SeedIds
{
    public static readonly Guid Organization = new("10000000-0000-0000-0000-0000000000c1");
    public static readonly Guid BusinessUnit = new("10000000-0000-0000-0000-0000000000b1");

    /// <summary>Alex Seller, the caller "sandbox-seller".</summary>
    public static readonly Guid Seller = new("10000000-0000-0000-0000-000000000001");

    /// <summary>The application user of the workflows, the caller "sandbox-logicapp".</summary>
    public static readonly Guid LogicApp = new("10000000-0000-0000-0000-000000000002");

    /// <summary>The caller "sandbox-administrator".</summary>
    public static readonly Guid Administrator = new("10000000-0000-0000-0000-000000000003");

    /// <summary>The application user of the connector, the caller "sandbox-connector".</summary>
    public static readonly Guid Connector = new("10000000-0000-0000-0000-000000000004");

    /// <summary>Robin Harbour, the caller "sandbox-seller-us": user-level rights, member of the team "Contoso B2B US".</summary>
    public static readonly Guid SellerUnitedStates = new("10000000-0000-0000-0000-000000000005");

    /// <summary>Kim Polder, the caller "sandbox-seller-eu": user-level rights, member of the team "Contoso B2B EU".</summary>
    public static readonly Guid SellerEurope = new("10000000-0000-0000-0000-000000000006");

    /// <summary>Team "Contoso B2B US", owner of the leads of legal entity usrt.</summary>
    public static readonly Guid TeamUnitedStates = new("10000000-0000-0000-0000-0000000000a1");

    /// <summary>Team "Contoso B2B EU", owner of the leads of legal entity demf.</summary>
    public static readonly Guid TeamEurope = new("10000000-0000-0000-0000-0000000000a2");

    public static readonly Guid DollarUnitedStates = new("10000000-0000-0000-0000-0000000000d1");
    public static readonly Guid Euro = new("10000000-0000-0000-0000-0000000000d2");
    public static readonly Guid Pound = new("10000000-0000-0000-0000-0000000000d3");
    public static readonly Guid Yen = new("10000000-0000-0000-0000-0000000000d4");
    public static readonly Guid Real = new("10000000-0000-0000-0000-0000000000d5");
}
