using B2BConnector.Emulation.Faults;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Emulation;

/// <summary>What every emulator needs to know. Defaults: a free port on loopback, data in memory, the system's clock, random ids, no log.</summary>
public class EmulatorOptions
{
    /// <summary>The name people see in health, errors and logs.</summary>
    public string Name { get; set; } = "emulator";

    /// <summary>Address to listen on; port 0 takes a free one.</summary>
    public string Url { get; set; } = "http://127.0.0.1:0";

    /// <summary>The SQLite file that holds the data, or null to keep it in memory.</summary>
    public string? StorePath { get; set; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public IdSource Ids { get; set; } = IdSources.Random;

    /// <summary>How many of the last requests the trace keeps.</summary>
    public int TraceCapacity { get; set; } = 1000;

    /// <summary>The failures the emulator is told to show; none at first.</summary>
    public FaultSwitches Faults { get; set; } = new();

    /// <summary>Whether failures may be asked for. The host says no outside Development; then the emulator refuses every switch.</summary>
    public bool AllowFaults { get; set; } = true;

    public ILoggerFactory? LoggerFactory { get; set; }
}
