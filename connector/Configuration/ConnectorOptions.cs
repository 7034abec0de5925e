namespace B2BConnector.Connector.Configuration;

/// <summary>What stands at the root of the configuration.</summary>
internal sealed class ConnectorOptions
{
    /// <summary>Legal entities served; any other is 404.</summary>
    /// <value>None by default.</value>
    public IList<string> LegalEntities { get; } = [];

    /// <summary>Address under which callers reach the connector, for the links it hands out.</summary>
    /// <value>Unset, links carry the address of the request.</value>
    public Uri? PublicUrl { get; set; }
}
