namespace B2BConnector.Connector.Feed;

/// <summary>A pass that did not begin yet, and those who wait for its end; a waiting one does not count as busy.</summary>
internal sealed class AskedPass
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private int _waiting;
    private bool _ended;

    public Task Done => _done.Task;

    public async Task WaitAsync(BusyReport busy, CancellationToken cancel)
    {
        lock (_gate)
        {
            if (_ended)
            {
                return;
            }

            _waiting++;
            busy(-1);
        }

        try
        {
            await Done.WaitAsync(cancel);
        }
        finally
        {
            lock (_gate)
            {
                if (!_ended)
                {
                    // Left before the end, so nobody counts this one in again.
                    _waiting--;
                    busy(1);
                }
            }
        }
    }

    public void End(BusyReport busy)
    {
        lock (_gate)
        {
            _ended = true;
            if (_waiting > 0)
            {
                busy(_waiting);
            }
        }

        _done.SetResult();
    }
}
