using System.Security.Cryptography;
using System.Text;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Store;
using B2BConnector.Connector.Store.Rows;
using Microsoft.EntityFrameworkCore;

namespace B2BConnector.Connector.Delivery;

/// <summary>Begins and ends subscriptions. One caller, event type and callback address make one subscription, however often it is asked for.</summary>
internal sealed class SubscriptionRegister(IDbContextFactory<ConnectorStore> stores, LeaseStore leases, WebhookKeys keys, CallbackRules rules, DeliverySignal signal, TimeProvider time, IdSource ids)
{
    private static readonly TimeSpan EndedOnesKept = TimeSpan.FromDays(90);

    /// <summary>Begins a subscription, or changes its filters and lets it go on when it was suspended: what waited is tried again from the beginning.</summary>
    /// <exception cref="ConnectorException">callback_refused, webhooks_not_configured.</exception>
    public async Task<(EventSubscription Subscription, WebhookKey Key)> BeginAsync(SubscriptionWish wish, CancellationToken cancel)
    {
        var current = keys.Current;
        if (await rules.ProblemOfAsync(wish.Callback, cancel) is { } problem)
        {
            throw ConnectorErrors.CallbackRefused(problem);
        }

        var destination = Hash($"{wish.Owner}\n{wish.Type}\n{wish.Callback}");
        await using var lease = await leases.TakeAsync(cancel, "subscription:" + destination);
        await using var store = await stores.CreateDbContextAsync(lease.Token);

        // Written first, so that nobody ends or suspends it before the commit: one that is over must not come to life again.
        await using var transaction = await store.Database.BeginTransactionAsync(lease.Token);
        var source = wish.Source.ToString();
        await store.Subscriptions.Where(row => row.Destination == destination)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.LegalEntity, wish.LegalEntity).SetProperty(changed => changed.Source, source), lease.Token);
        var subscription = await store.Subscriptions.SingleOrDefaultAsync(row => row.Destination == destination, lease.Token);
        if (subscription is null)
        {
            subscription = await NewAsync(store, wish, destination, current, lease.Token);
        }
        else
        {
            await GoOnAsync(store, subscription, wish, current, lease.Token);
        }

        await store.SaveChangesAsync(lease.Token);
        await transaction.CommitAsync(lease.Token);
        signal.Raise();
        return (subscription, keys.Find(subscription.KeyId)!);
    }

    /// <summary>Ends the subscription that a token belongs to; one that is over already stays over.</summary>
    /// <exception cref="ConnectorException">subscription_not_found.</exception>
    public async Task EndAsync(string token, CancellationToken cancel)
    {
        var (hash, now) = (Hash(token), time.GetUtcNow());
        await using var store = await stores.CreateDbContextAsync(cancel);
        var subscription = await store.Subscriptions.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, cancel) ?? throw ConnectorErrors.SubscriptionNotFound();
        var old = now - EndedOnesKept;
        await using var transaction = await store.Database.BeginTransactionAsync(cancel);
        await store.Subscriptions.Where(row => row.Id == subscription.Id && row.State != SubscriptionState.Deleted)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.State, SubscriptionState.Deleted).SetProperty(changed => changed.ChangedAt, now), cancel);
        await DeliveryRecords.ClearAsync(store, subscription.Id, cancel);
        var forgotten = store.Subscriptions.Where(row => row.Destination == null && row.ChangedAt < old);
        await store.Deliveries.Where(row => forgotten.Any(found => found.Id == row.SubscriptionId)).ExecuteDeleteAsync(cancel);
        await forgotten.ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task<EventSubscription> NewAsync(ConnectorStore store, SubscriptionWish wish, string destination, WebhookKey key, CancellationToken cancel)
    {
        var id = ids();
        var subscription = new EventSubscription
        {
            Id = id,
            Type = wish.Type,
            LegalEntity = wish.LegalEntity,
            Source = wish.Source.ToString(),
            Owner = wish.Owner,
            Host = CallbackRules.HostOf(new Uri(wish.Callback!)),
            Destination = destination,
            KeyId = key.Id,
            Callback = key.Protect(id, wish.Callback!),
            TokenHash = Hash(key.Token(id)),
            State = SubscriptionState.Active,
            ChangedAt = time.GetUtcNow(),

            // From now on: whoever wants what was there before lists the prospects.
            Cursor = await store.Events.MaxAsync(row => (long?)row.Sequence, cancel) ?? 0,
        };
        store.Subscriptions.Add(subscription);
        return subscription;
    }

    private async Task GoOnAsync(ConnectorStore store, EventSubscription subscription, SubscriptionWish wish, WebhookKey current, CancellationToken cancel)
    {
        if (keys.CallbackOf(subscription) is null)
        {
            subscription.KeyId = current.Id;
            subscription.Callback = current.Protect(subscription.Id, wish.Callback!);
            subscription.TokenHash = Hash(current.Token(subscription.Id));
        }

        if (subscription.State == SubscriptionState.Suspended)
        {
            var now = time.GetUtcNow();
            (subscription.State, subscription.Reason, subscription.ChangedAt) = (SubscriptionState.Active, null, now);
            await store.Deliveries.Where(row => row.SubscriptionId == subscription.Id && row.DeadAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.Attempts, 0).SetProperty(changed => changed.NextAttemptAt, now), cancel);
        }
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
