namespace B2BConnector.Emulation.Faults;

/// <summary>The faults one system shows to requests. Requests to /_sandbox never come here, and emptying the data leaves the switches as they are.</summary>
public sealed class FaultSwitches : Switchboard<FaultKind, FaultRule, FaultRequest>
{
    private long _requests;

    /// <summary>Told +1 when a request begins to wait for a delay and -1 when the wait is over: a simulation then knows that only time moves on.</summary>
    public Action<int>? Waiting { get; set; }

    /// <summary>The fault of this request, counted, or null.</summary>
    public FaultRule? Decide(string system, string method, string path, string query, string? caller) =>
        InUse ? Decide(new FaultRequest(system, Interlocked.Increment(ref _requests), method, path, query, caller)) : null;
}
