namespace B2BConnector.Dataverse.Callbacks;

/// <summary>Wakes the sender: something was committed, delivered or is due. A wake-up that waits to be seen counts as work.</summary>
internal sealed class CallbackSignal(Action<int>? busy) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(0, 1);

    public void Set()
    {
        busy?.Invoke(1);
        try
        {
            _gate.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake: one wake-up covers all that was committed before it.
            busy?.Invoke(-1);
        }
    }

    /// <summary>The caller stops being busy until it is woken; it goes on with the count of whoever woke it.</summary>
    public Task WaitAsync(CancellationToken cancellation)
    {
        busy?.Invoke(-1);
        return _gate.WaitAsync(cancellation);
    }

    public void Dispose() => _gate.Dispose();
}
