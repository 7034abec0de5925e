namespace B2BConnector.Emulation.Faults;

/// <summary>What a switch sees of a request.</summary>
/// <param name="System">Name of the emulator ("Commerce", "Dataverse") or "gateway".</param>
/// <param name="Number">Counts the requests of this system up from 1.</param>
/// <param name="Method">As sent.</param>
/// <param name="Path">Decoded, except for an encoded slash.</param>
/// <param name="Query">Decoded, without the question mark; may hold personal data, so it is not for logs.</param>
/// <param name="Caller">"sandbox-connector" and the like; null when unknown.</param>
public sealed record FaultRequest(string System, long Number, string Method, string Path, string Query, string? Caller);
