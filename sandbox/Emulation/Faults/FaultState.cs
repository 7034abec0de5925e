namespace B2BConnector.Emulation.Faults;

/// <summary>A switch and what it did so far.</summary>
/// <param name="Rule">As added.</param>
/// <param name="Matched">How often it fitted while it was not used up, what was skipped included.</param>
/// <param name="Hits">How often it struck.</param>
public sealed record FaultState<TRule>(TRule Rule, int Matched, int Hits);
