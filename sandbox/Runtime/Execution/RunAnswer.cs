using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>
/// The answer of a run to whoever called it: another run, an HTTP caller of this process, or one that asks for it later at the status address.
/// </summary>
internal sealed class RunAnswer(Activity activity, RunRecord record, bool isGivenLater)
{
    private readonly Lock gate = new();
    private readonly List<Parking> parents = [];
    private TaskCompletionSource<JObject?>? caller;
    private bool given;

    /// <summary>True when a Response action has somebody to answer.</summary>
    public bool IsAwaited
    {
        get
        {
            lock (gate)
            {
                return record.Response is null && !given && (record.Parent is not null || caller is not null || isGivenLater);
            }
        }
    }

    /// <summary>An HTTP caller waits; the result is null when the run ends without a Response.</summary>
    public Task<JObject?> WaitAsCaller()
    {
        lock (gate)
        {
            caller = new TaskCompletionSource<JObject?>(TaskCreationOptions.RunContinuationsAsynchronously);
            return caller.Task;
        }
    }

    /// <summary>The HTTP caller goes. False when the answer has been given to it already.</summary>
    public bool CallerLeaves()
    {
        lock (gate)
        {
            if (given)
            {
                return false;
            }

            caller = null;
            return true;
        }
    }

    /// <summary>Another run waits for the Response or the end.</summary>
    public async Task WaitAsParentAsync(CancellationToken cancellation)
    {
        var parking = new Parking(activity);
        lock (gate)
        {
            if (given)
            {
                return;
            }

            parents.Add(parking);
        }

        await parking.WaitAsync(cancellation);
    }

    /// <summary>Hands the committed Response over, if there is one.</summary>
    public void Flush()
    {
        if (record.Response is not null)
        {
            Give();
        }
    }

    /// <summary>Hands over the Response, or the news that none will come.</summary>
    public void Give()
    {
        TaskCompletionSource<JObject?>? waiting;
        List<Parking> parked;
        lock (gate)
        {
            if (given)
            {
                return;
            }

            given = true;
            (waiting, parked) = (caller, [.. parents]);
        }

        if (waiting is not null)
        {
            // Counted out again by the caller when it has the answer.
            activity.Enter();
            waiting.SetResult(record.Response);
        }

        parked.ForEach(parking => parking.Release());
    }
}
