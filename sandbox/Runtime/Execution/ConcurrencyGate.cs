namespace B2BConnector.Runtime.Execution;

/// <summary>Places for runs of a workflow whose trigger limits concurrency; first come, first served.</summary>
internal sealed class ConcurrencyGate(int places)
{
    private readonly Lock gate = new();
    private readonly Queue<Parking> waiting = new();
    private int taken;

    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return waiting.Count;
            }
        }
    }

    /// <summary>Takes a place if one is free and nobody waits.</summary>
    public bool TryEnter()
    {
        lock (gate)
        {
            if (taken >= places || waiting.Count > 0)
            {
                return false;
            }

            taken++;
            return true;
        }
    }

    /// <summary>Takes a place for a run that had one before the restart.</summary>
    public void Take()
    {
        lock (gate)
        {
            taken++;
        }
    }

    public async Task EnterAsync(Activity activity, CancellationToken cancellation)
    {
        var parking = new Parking(activity);
        lock (gate)
        {
            if (taken < places)
            {
                taken++;
                return;
            }

            waiting.Enqueue(parking);
        }

        await parking.WaitAsync(cancellation);
    }

    /// <summary>Gives the place to the next, or frees it.</summary>
    public void Leave()
    {
        Parking? next = null;
        lock (gate)
        {
            if (!waiting.TryDequeue(out next))
            {
                taken--;
            }
        }

        next?.Release();
    }
}
