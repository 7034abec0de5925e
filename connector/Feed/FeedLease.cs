using B2BConnector.Connector.Store;

namespace B2BConnector.Connector.Feed;

/// <summary>The right to look at Commerce and to write what was seen. A lease that goes on while the pass gets on.</summary>
internal sealed class FeedLease : IAsyncDisposable
{
    /// <summary>One for all legal entities: so events get their numbers in the order of their commits, and no reader passes one by.</summary>
    public const string LeaseName = "feed";

    /// <summary>Of an instance that has the store to itself.</summary>
    public static readonly FeedLease Alone = new(null, Guid.Empty, TimeProvider.System);

    private readonly LeaseStore? _leases;
    private readonly Guid _owner;
    private readonly TimeProvider _time;
    private DateTimeOffset _renewedAt;

    internal FeedLease(LeaseStore? leases, Guid owner, TimeProvider time)
    {
        _leases = leases;
        _owner = owner;
        _time = time;
        _renewedAt = time.GetUtcNow();
    }

    public bool IsShared => _leases is not null;

    /// <summary>Called for each step of a pass: renews the lease in time.</summary>
    /// <exception cref="FeedLeaseLostException">Another instance took it.</exception>
    public async ValueTask KeepAsync(CancellationToken cancel)
    {
        if (_leases is null || _time.GetUtcNow() - _renewedAt < _leases.Duration / 4)
        {
            return;
        }

        if (!await _leases.RenewAsync(LeaseName, _owner, cancel))
        {
            throw new FeedLeaseLostException();
        }

        _renewedAt = _time.GetUtcNow();
    }

    /// <summary>
    /// First statement of the transaction that writes what was seen: until it commits nobody gets the lease, and without the lease nothing
    /// is written. So what a late pass saw never overwrites what a later one saw.
    /// </summary>
    /// <exception cref="FeedLeaseLostException">Another instance took it.</exception>
    public async Task HoldAsync(ConnectorStore store, CancellationToken cancel)
    {
        if (_leases is not null && !await _leases.RenewAsync(store, LeaseName, _owner, cancel))
        {
            throw new FeedLeaseLostException();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_leases is not null)
        {
            await _leases.ReleaseAsync([LeaseName], _owner);
        }
    }
}
