namespace B2BConnector.Package;

/// <summary>What environments know our components by. Once released, none of these may change: an import under another id makes a second component.</summary>
internal static class ComponentNames
{
    /// <summary>Schema name of the connector: prefix of the publisher and a name.</summary>
    public const string Connector = "b2b_prospects";

    public const string ConnectorId = "b2b00000-5a1e-4c0d-9e00-000000000601";

    /// <summary>
    /// Stands in the flows for the name that the connector has in an environment. Each environment ends it with 16 digits of its own
    /// (microsoft/coe-starter-kit, issue 1360), so a package for one is made with <c>--api-name</c>.
    /// </summary>
    public const string ApiName = "shared_b2b-5fprospects-5f0000000000000000";

    public const string ApiPath = "/providers/Microsoft.PowerApps/apis/";
}
