namespace B2BConnector.Connector.Store;

/// <summary>Held names; disposing gives them back. <see cref="Token"/> ends before the lease does, so no work goes on without it.</summary>
internal sealed class Lease : IAsyncDisposable
{
    private readonly LeaseStore _store;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenSource _linked;
    private bool _isOver;
    private TimeSpan? _keep;

    internal Lease(LeaseStore store, Guid owner, TimeSpan duration, TimeProvider time, CancellationToken cancel)
    {
        _store = store;
        Owner = owner;
        _limit = new CancellationTokenSource(duration * 0.9, time);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancel);
        Token = _linked.Token;
    }

    public CancellationToken Token { get; }

    internal Guid Owner { get; }

    internal List<string> Names { get; } = [];

    /// <summary>After an ambiguous write: nobody gets the names for this long, because the write may still arrive. Null takes it back.</summary>
    public void KeepFor(TimeSpan? wait) => _keep = wait;

    public async ValueTask DisposeAsync()
    {
        if (_isOver)
        {
            return;
        }

        _isOver = true;
        _linked.Dispose();
        _limit.Dispose();
        await (_keep is { } wait ? _store.ExpireAfterAsync(Names, Owner, wait) : _store.ReleaseAsync(Names, Owner));
    }
}
