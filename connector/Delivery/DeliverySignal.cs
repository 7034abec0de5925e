namespace B2BConnector.Connector.Delivery;

/// <summary>Wakes the delivery of events; who wakes it counts it in as busy.</summary>
internal sealed class DeliverySignal(TimeProvider time, BusyReport busy)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _sleep;
    private bool _isRaised;

    /// <summary>There may be something to deliver.</summary>
    public void Raise()
    {
        lock (_gate)
        {
            _isRaised = true;
            if (_sleep is { } sleep)
            {
                _sleep = null;
                busy(1);
                sleep.SetResult();
            }
        }
    }

    /// <summary>A look begins: what is raised from here on asks for another one.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _isRaised = false;
        }
    }

    /// <summary>Waits until somebody raises it, or until the moment comes; at once when it was raised since the look began.</summary>
    public async Task WaitAsync(DateTimeOffset? until, CancellationToken stopping)
    {
        var wait = until - time.GetUtcNow();
        if (wait <= TimeSpan.Zero)
        {
            return;
        }

        await using var timer = time.CreateTimer(static signal => ((DeliverySignal)signal!).Raise(), this, wait ?? Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        var sleep = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_isRaised)
            {
                return;
            }

            _sleep = sleep;
            busy(-1);
        }

        try
        {
            await sleep.Task.WaitAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            // The service stops; the loop knows.
        }
    }
}
