using Microsoft.AspNetCore.Http;

namespace B2BConnector.Emulation;

/// <summary>Writes a fault in the error shape of the emulated system. The status of the response is the fault's.</summary>
public delegate Task ErrorWriter(HttpContext context, EmulatorFault fault);
