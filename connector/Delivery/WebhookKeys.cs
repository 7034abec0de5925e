using System.Security.Cryptography;
using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Store.Rows;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Delivery;

/// <summary>The configured keys, the current one first.</summary>
internal sealed class WebhookKeys(IOptions<WebhookOptions> options)
{
    public IReadOnlyList<WebhookKey> All { get; } = [.. options.Value.Keys.Select(key => new WebhookKey(key.Id, key.Secret))];

    /// <exception cref="ConnectorException">webhooks_not_configured.</exception>
    public WebhookKey Current => All.Count > 0 ? All[0] : throw ConnectorErrors.WebhooksNotConfigured();

    public WebhookKey? Find(string id) => All.FirstOrDefault(key => key.Id == id);

    /// <summary>The callback address of a subscription, or null when its key is not configured any more or has another secret.</summary>
    public Uri? CallbackOf(EventSubscription subscription)
    {
        try
        {
            return Find(subscription.KeyId) is { } key ? new Uri(key.Reveal(subscription.Id, subscription.Callback)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
