namespace B2BConnector.Dataverse.Callbacks;

/// <summary>Wakes the sender: something was committed, delivered or is due.</summary>
internal sealed class CallbackSignal : IDisposable
{
    private readonly SemaphoreSlim _gate = new(0, 1);

    public void Set()
    {
        try
        {
            _gate.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake: one wake-up covers all that was committed before it.
        }
    }

    public Task WaitAsync(CancellationToken cancellation) => _gate.WaitAsync(cancellation);

    public void Dispose() => _gate.Dispose();
}
