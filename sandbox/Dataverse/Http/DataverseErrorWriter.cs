using B2BConnector.Emulation;
using B2BConnector.Emulation.Faults;
using B2BConnector.OData.Json;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Dataverse.Http;

/// <summary>Writes every refusal as <c>{"error":{"code":"0x…","message"}}</c>.</summary>
internal static class DataverseErrorWriter
{
    public static Task WriteAsync(HttpContext context, EmulatorFault fault)
    {
        if (fault is InjectedFault { Kind: FaultKind.Throttle }) fault = DataverseErrors.TooManyRequests();
        context.Response.Headers["OData-Version"] = "4.0";
        if (fault.Status == 401) context.Response.Headers.WWWAuthenticate = "Bearer";
        return SandboxJson.WriteAsync(context, fault.Status, ODataBody.Error(Code(fault), fault.Message), "application/json; odata.metadata=minimal");
    }

    private static string Code(EmulatorFault fault) => fault switch
    {
        DataverseFault own => own.PlatformCode,
        { Status: 400 } => "0x80048d19",
        { Status: 401 } => "0x80072560",
        { Status: 404 } => "0x8006088a",
        _ => "0x80040216",
    };
}
