namespace B2BConnector.Connector.Configuration;

/// <summary>One API key and what it may do.</summary>
internal sealed class ApiKeyOptions
{
    /// <summary>Name of the caller, for logs.</summary>
    public string Name { get; set; } = "";

    /// <summary>The key itself, or <c>sha256:</c> and 64 hexadecimal digits, so that configuration needs not hold the key.</summary>
    public string Key { get; set; } = "";

    /// <summary>Prospect.Read, Prospect.Decide, Prospect.Manage, Subscription.Manage.</summary>
    public IList<string> Roles { get; } = [];
}
