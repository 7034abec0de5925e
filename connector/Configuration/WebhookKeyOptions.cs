namespace B2BConnector.Connector.Configuration;

/// <summary>One secret behind webhooks. It never leaves the connector: what receivers get is derived from it, for each subscription another.</summary>
internal sealed class WebhookKeyOptions
{
    /// <summary>Name of the key, for example the month it was made. The store says by it what a row was written with.</summary>
    public string Id { get; set; } = "";

    /// <summary>At least 32 random characters.</summary>
    public string Secret { get; set; } = "";
}
