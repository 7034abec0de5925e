using System.Globalization;
using B2BConnector.Connector.Delivery;
using B2BConnector.Connector.Store.Rows;

namespace B2BConnector.Connector.Features.Checks;

/// <summary>Events reach those who subscribed to them. Asks nothing of Commerce.</summary>
internal sealed class DeliveryCheck(DeliveryHealth health) : IEnvironmentCheck
{
    public string Code => "delivery";

    public async Task RunAsync(string legalEntity, CheckFindings findings, CancellationToken cancel)
    {
        var all = await health.OfAsync(legalEntity, cancel);
        foreach (var (subscription, waiting, dead) in all)
        {
            var name = $"{subscription.Type} to {subscription.Host} (subscription {subscription.Id})";
            if (subscription.State == SubscriptionState.Suspended)
            {
                findings.Add(
                    Code,
                    CheckState.Failed,
                    string.Create(CultureInfo.InvariantCulture, $"The delivery of {name} is suspended since {subscription.ChangedAt:u}: {subscription.Reason}. {waiting} event(s) wait. Mend the receiver, then subscribe again with the same callback address; in Power Automate turn the flow off and on."));
            }

            if (dead > 0)
            {
                findings.Add(
                    Code,
                    CheckState.Failed,
                    string.Create(CultureInfo.InvariantCulture, $"The delivery of {name} was given up for {dead} event(s), which ListDeadDeliveries names. Mend the receiver, then call RetryDeadDeliveries."));
            }
        }

        if (all.All(one => one.Subscription.State == SubscriptionState.Active && one.Dead == 0))
        {
            findings.Add(Code, CheckState.Passed, string.Create(CultureInfo.InvariantCulture, $"{all.Count} subscription(s) get their events; {all.Sum(one => one.Waiting)} event(s) are under way."));
        }
    }
}
