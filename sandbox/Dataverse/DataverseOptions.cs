using B2BConnector.Dataverse.Faults;
using B2BConnector.Emulation;

namespace B2BConnector.Dataverse;

/// <summary>How one Dataverse emulator runs. The switches are facts about the platform that are inferred, so both answers can be tried.</summary>
public sealed class DataverseOptions : EmulatorOptions
{
    public DataverseOptions() => Name = "Dataverse";

    /// <value>The folder of the unpacked solution (solution/core): columns, keys, entity maps and views are read from there. Null = the platform alone.</value>
    public string? SolutionFolder { get; set; }

    /// <value>Whether WinOpportunity and LoseOpportunity raise an Update event on the opportunity. Inferred: true.</value>
    public bool WinLoseRaiseUpdate { get; set; } = true;

    /// <value>Whether QualifyLead writes the new account and contact on the lead. Described by practitioners, not by the platform's reference: true.</value>
    public bool QualifyFillsLeadParents { get; set; } = true;

    /// <value>Wait before the second try of a callback; it doubles with every further try up to <see cref="CallbackRetryLongest"/>.</value>
    public TimeSpan CallbackRetryFirst { get; set; } = TimeSpan.FromSeconds(1);

    public TimeSpan CallbackRetryLongest { get; set; } = TimeSpan.FromMinutes(5);

    /// <value>How long a callback is tried before it is kept as failed.</value>
    public TimeSpan CallbackRetryFor { get; set; } = TimeSpan.FromDays(3);

    /// <value>How long one callback request may take.</value>
    public TimeSpan CallbackTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <value>Told after every attempt at a callback is booked: what became of it.</value>
    public Action<CallbackOutcome>? CallbackSettled { get; set; }

    /// <value>The failures of callbacks the emulator is told to show; none at first.</value>
    public CallbackFaultSwitches CallbackFaults { get; set; } = new();

    /// <value>Told +1 when the sender of callbacks begins to work and -1 when it waits for time to pass or for a change.</value>
    public Action<int>? Busy { get; set; }

    /// <value>Makes the handler that callbacks are sent with; null = sockets without redirects.</value>
    public Func<HttpMessageHandler>? CallbackHttp { get; set; }
}
