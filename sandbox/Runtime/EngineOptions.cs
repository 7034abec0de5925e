using B2BConnector.Wdl;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace B2BConnector.Runtime;

/// <summary>What an engine needs from its surroundings.</summary>
public sealed class EngineOptions
{
    /// <summary>The SQLite file with all state; null keeps it in memory.</summary>
    public string? StorePath { get; init; }

    /// <summary>The only clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The only source of ids.</summary>
    public required IdSource Ids { get; init; }

    /// <summary>Makes the handler of all outbound calls; called once.</summary>
    public Func<HttpMessageHandler> Http { get; init; } = () => new SocketsHttpHandler { AllowAutoRedirect = true };

    /// <summary>Base of callback and content addresses; may be set later on the engine, when the face knows its port.</summary>
    public Uri PublicAddress { get; init; } = new("http://localhost:7071");

    /// <summary>Logs carry ids, never contents.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    /// <summary>
    /// Told +1 when work begins and -1 when it ends or waits: for time to pass, or for somebody outside. A virtual clock moves when the sum of
    /// all parts is zero.
    /// </summary>
    public Action<int>? Busy { get; init; }

    /// <summary>Sees every commit; null: nobody. For tests of what survives a crash.</summary>
    public IStoreWitness? Witness { get; init; }

    /// <summary>Hears how actions and runs end; null: nobody.</summary>
    public IRunObserver? Observer { get; init; }

    /// <summary>
    /// How long the 202 of a workflow without Response waits for the end of its run. Zero answers at once, as the platform does; a host that is
    /// polled every second saves its callers that second.
    /// </summary>
    public TimeSpan AcceptPatience { get; init; }

    /// <summary>Unfinished runs go on when triggers are registered, not before: for hosts whose face serves the workflows' own calls.</summary>
    public bool HoldsRunsUntilTriggers { get; init; }

    /// <summary>How long a call waits for another service's answer.</summary>
    public TimeSpan HttpTimeout { get; init; } = TimeSpan.FromSeconds(225);

    /// <summary>How long a managed API connection waits for an answer.</summary>
    public TimeSpan ConnectionTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a caller of a Request trigger waits for the Response action.</summary>
    public TimeSpan ResponseTimeout { get; init; } = TimeSpan.FromSeconds(235);
}
