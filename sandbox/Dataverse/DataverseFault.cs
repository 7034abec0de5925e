using B2BConnector.Emulation;

namespace B2BConnector.Dataverse;

/// <summary>A refusal in the platform's words: <see cref="PlatformCode"/> (0x80040217) is what the caller sees, the DV#### code is for trace and tests.</summary>
public sealed class DataverseFault(int status, string code, string platformCode, string message) : EmulatorFault(status, code, message)
{
    public string PlatformCode { get; } = platformCode;
}
