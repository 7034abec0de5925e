namespace B2BConnector.Emulation;

/// <summary>
/// One request as the trace remembers it. No query, no body, no header: those can carry personal data.
/// <see cref="Number"/> counts up from 1 for the life of the process; <see cref="Path"/> is decoded, and key values with an e-mail
/// address in them are blotted out; <see cref="Caller"/> is null for an anonymous request; <see cref="Operation"/> is what the emulator
/// took the request for, or null when it knew nothing like it; <see cref="Error"/> is the emulator's code of a refusal (CE####, DV####, SBX####).
/// </summary>
public sealed record TraceEntry(
    long Number, DateTimeOffset At, string Method, string Path, string? Caller, int Status, double Milliseconds, string? Operation, string? Error);
