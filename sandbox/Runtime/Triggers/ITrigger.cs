using B2BConnector.Runtime.Definitions;

namespace B2BConnector.Runtime.Triggers;

/// <summary>One trigger type. An instance belongs to one trigger of one definition.</summary>
public interface ITrigger
{
    /// <summary>True when calls to the trigger's callback address start runs.</summary>
    bool IsCallable { get; }

    /// <summary>Reads and compiles what belongs to the type; every fault is reported to the reader.</summary>
    void Read(TriggerReader reader);

    /// <summary>Runs as long as the engine does; returns at once for triggers that only wait to be called.</summary>
    Task RunAsync(TriggerHost host, CancellationToken cancellation);

    /// <summary>Fires now, because somebody asked for it.</summary>
    Task FireAsync(TriggerHost host, CancellationToken cancellation);
}
