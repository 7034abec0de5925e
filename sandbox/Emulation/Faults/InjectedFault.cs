namespace B2BConnector.Emulation.Faults;

/// <summary>A refusal that a switch asked for. An error writer gives <see cref="FaultKind.Throttle"/> the words of its platform.</summary>
public sealed class InjectedFault(FaultKind kind, int status, string message) : EmulatorFault(status, CodeOf(kind), message)
{
    public FaultKind Kind { get; } = kind;

    /// <summary>What Retry-After says, when it says something.</summary>
    public TimeSpan RetryAfter { get; init; }

    /// <summary>SBX0601 … SBX0607 in the order of <see cref="FaultKind"/>: what the trace shows.</summary>
    public static string CodeOf(FaultKind kind) => $"SBX06{(int)kind + 1:00}";
}
