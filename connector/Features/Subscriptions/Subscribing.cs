using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Delivery;
using B2BConnector.Connector.Features.Prospects;
using B2BConnector.Connector.Features.Triggers;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Features.Subscriptions;

/// <summary>What both webhook triggers do: register the callback address and say how the subscription is ended.</summary>
internal sealed class Subscribing(SubscriptionRegister register, WebhookKeys keys, IOptions<ConnectorOptions> connector)
{
    public async Task<IResult> AnswerAsync(string type, string? legalEntity, string? source, SubscribeRequest body, HttpContext context)
    {
        var entity = string.IsNullOrEmpty(legalEntity) ? null : ProspectKey.Served(legalEntity, connector);
        var wish = new SubscriptionWish(type, entity, EventFilter.ParseSource(source), body.CallbackUrl, context.User.Identity?.Name ?? "");
        var (subscription, key) = await register.BeginAsync(wish, context.RequestAborted);

        // Address and secret are for the caller alone, not for anything that keeps answers on the way.
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = Links.Of(context.Request, connector.Value, DeleteSubscription.PathOf(key.Token(subscription.Id)));
        return new JsonAnswer(
            new SubscriptionAnswer
            {
                SubscriptionId = subscription.Id,
                Type = type,
                LegalEntity = entity,
                Source = wish.Source,
                KeyId = keys.Current.Id,
                SigningSecret = keys.Current.SigningSecret(subscription.Id),
            },
            StatusCodes.Status201Created);
    }
}
