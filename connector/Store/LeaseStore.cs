using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace B2BConnector.Connector.Store;

/// <summary>Lets one caller at a time work on a thing, over all instances that share the store.</summary>
internal sealed class LeaseStore(IDbContextFactory<ConnectorStore> stores, TimeProvider time, IdSource ids, IOptions<LeaseOptions> options)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc cref="LeaseOptions.Duration"/>
    public TimeSpan Duration => options.Value.Duration;

    /// <summary>Takes all names or none, waiting a little for those who hold them.</summary>
    /// <exception cref="ConnectorException">in_progress: somebody else holds one of them for longer.</exception>
    public async Task<Lease> TakeAsync(CancellationToken cancel, params string[] names)
    {
        var end = time.GetUtcNow() + options.Value.Patience;
        while (true)
        {
            if (await TryTakeAllAsync(names, cancel) is { } lease)
            {
                return lease;
            }

            if (time.GetUtcNow() >= end)
            {
                throw ConnectorErrors.InProgress(options.Value.RetryAfter);
            }

            await Task.Delay(LookAgain, time, cancel);
        }
    }

    /// <summary>Nothing is held while waiting, so two callers never wait for each other.</summary>
    private async Task<Lease?> TryTakeAllAsync(string[] names, CancellationToken cancel)
    {
        var lease = new Lease(this, ids(), options.Value.Duration, time, cancel);
        await using var store = await stores.CreateDbContextAsync(cancel);

        // Sorted, so that two callers who want the same names meet at the first one.
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            if (!await TryTakeAsync(store, name, lease.Owner, cancel))
            {
                await lease.DisposeAsync();
                return null;
            }

            lease.Names.Add(name);
        }

        return lease;
    }

    /// <summary>
    /// What a killed process held. Only for a store that belongs to one process: a short while is left, because a write that was on
    /// its way then may still arrive.
    /// </summary>
    public async Task ShortenLeftoversAsync(CancellationToken cancel)
    {
        var end = time.GetUtcNow() + options.Value.RetryAfter;
        await using var store = await stores.CreateDbContextAsync(cancel);
        await store.Leases.Where(row => row.ExpiresAt > end).ExecuteUpdateAsync(row => row.SetProperty(lease => lease.ExpiresAt, end), cancel);
    }

    internal async Task ReleaseAsync(IEnumerable<string> names, Guid owner)
    {
        await using var store = await stores.CreateDbContextAsync();
        foreach (var name in names)
        {
            // Each request comes by here: a statement of our own needs no translation.
            await store.Database.ExecuteSqlAsync($"""DELETE FROM "Leases" WHERE "Name" = {name} AND "Owner" = {owner}""");
        }
    }

    internal async Task ExpireAfterAsync(IEnumerable<string> names, Guid owner, TimeSpan wait)
    {
        var end = time.GetUtcNow() + wait;
        await using var store = await stores.CreateDbContextAsync();
        foreach (var name in names)
        {
            await store.Leases.Where(row => row.Name == name && row.Owner == owner).ExecuteUpdateAsync(row => row.SetProperty(lease => lease.ExpiresAt, end));
        }
    }

    internal async Task<bool> RenewAsync(string name, Guid owner, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await RenewAsync(store, name, owner, cancel);
    }

    /// <summary>Within a transaction this also keeps everybody else from the name until the end of it.</summary>
    /// <returns>False: somebody else has taken it.</returns>
    internal async Task<bool> RenewAsync(ConnectorStore store, string name, Guid owner, CancellationToken cancel)
    {
        var end = time.GetUtcNow() + options.Value.Duration;
        return await store.Leases.Where(row => row.Name == name && row.Owner == owner)
            .ExecuteUpdateAsync(row => row.SetProperty(lease => lease.ExpiresAt, end), cancel) == 1;
    }

    internal async Task<bool> TryTakeAsync(string name, Guid owner, CancellationToken cancel)
    {
        await using var store = await stores.CreateDbContextAsync(cancel);
        return await TryTakeAsync(store, name, owner, cancel);
    }

    private async Task<bool> TryTakeAsync(ConnectorStore store, string name, Guid owner, CancellationToken cancel)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var end = (time.GetUtcNow() + options.Value.Duration).ToUnixTimeMilliseconds();

        // One statement: two callers cannot both find the name free.
        return await store.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Leases" ("Name", "Owner", "ExpiresAt") VALUES ({name}, {owner}, {end})
            ON CONFLICT ("Name") DO UPDATE SET "Owner" = excluded."Owner", "ExpiresAt" = excluded."ExpiresAt"
            WHERE "Leases"."ExpiresAt" <= {now}
            """,
            cancel) == 1;
    }
}
