namespace B2BConnector.Connector.Configuration;

/// <summary>Where events may be delivered to, and how. Section <c>Webhooks</c>.</summary>
internal sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Hosts of callback addresses in Power Automate and Logic Apps (Consumption).</summary>
    public static readonly IReadOnlyList<string> HostsOfThePlatform = ["*.logic.azure.com", "*.api.powerplatform.com", "*.azure-apihub.net", "*.azure-apim.net"];

    /// <summary>
    /// What secrets of subscriptions are derived from. The first is current; each signs every delivery, so that a new one is put first
    /// and the old one is taken away when all receivers know the new secret.
    /// </summary>
    /// <value>None by default: subscribing answers 501. In Development there is one.</value>
    public IList<WebhookKeyOptions> Keys { get; } = [];

    /// <summary>Hosts that may be called: <c>flows.contoso.com</c>, <c>*.contoso.com</c>, <c>hooks.contoso.com:8443</c>. Without a port, 443 is meant.</summary>
    /// <value>When empty, <see cref="HostsOfThePlatform"/>. In Development the local machine may be called besides, on every port.</value>
    public IList<string> Hosts { get; } = [];

    /// <summary>Private networks that may be called, for example <c>10.1.0.0/16</c>.</summary>
    /// <value>None by default.</value>
    public IList<string> PrivateNetworks { get; } = [];

    /// <summary>Time limit of one try, from the look-up of the host to the status. The specification advises 15 to 30 seconds.</summary>
    /// <value>The default is 30 seconds.</value>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Deliveries under way at the same time at most, in each instance.</summary>
    /// <value>The default is 16.</value>
    public int Parallel { get; set; } = 16;

    /// <summary>Deliveries under way at the same time to one subscription at most: a slow receiver must not hold up the others.</summary>
    /// <value>The default is 4.</value>
    public int ParallelPerSubscription { get; set; } = 4;

    /// <summary>Several instances: how often each looks for what others left to do.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan LookInterval { get; set; } = TimeSpan.FromSeconds(10);

    public IEnumerable<string> AllowedHosts => Hosts.Count > 0 ? Hosts : HostsOfThePlatform;
}
