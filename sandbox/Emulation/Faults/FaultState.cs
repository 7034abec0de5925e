namespace B2BConnector.Emulation.Faults;

/// <summary>A switch and what it did so far.</summary>
/// <param name="Rule">As added.</param>
/// <param name="Matched">Requests that fitted while the switch was not used up, those that were skipped included.</param>
/// <param name="Hits">Requests that it made fail.</param>
public sealed record FaultState(FaultRule Rule, int Matched, int Hits);
