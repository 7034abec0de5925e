namespace B2BConnector.Emulation;

/// <summary>
/// A refusal that becomes the answer of the request. <see cref="Status"/> is the HTTP status, <see cref="Code"/> the emulator's own
/// code (CE####, DV####, SBX####) for trace and tests; each emulator writes it in the error shape of the system it stands for.
/// </summary>
public class EmulatorFault(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
