using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Headquarters;

/// <summary>A refusal of /data. The one place that knows the error shape of finance and operations.</summary>
internal sealed class FinOpsFault(int status, string code, string message, string type = FinOpsFault.Plain) : EmulatorFault(status, code, message)
{
    /// <summary>Named in recorded answers of the real system.</summary>
    public const string WriteException = "Microsoft.Dynamics.Platform.Integration.Services.OData.AxODataWriteException";

    public const string ODataException = "Microsoft.OData.ODataException";

    /// <summary>No inner error: the sentence stands in the outer message.</summary>
    public const string Plain = "";

    /// <summary>
    /// <c>{"error":{"code":"","message":"An error has occurred.","innererror":{"message","type","stacktrace"}}}</c>. The stack trace of the
    /// real system is internal; ours names the emulator's code instead, so that a reader of a log finds it.
    /// </summary>
    public JObject Body()
    {
        var error = new JObject { ["code"] = "", ["message"] = type == Plain ? Message : "An error has occurred." };
        if (type != Plain)
        {
            error["innererror"] = new JObject { ["message"] = Message, ["type"] = type, ["stacktrace"] = $"   at B2BConnector.Commerce({Code})" };
        }

        return new JObject { ["error"] = error };
    }

    /// <summary>Any other fault in the same shape.</summary>
    public static FinOpsFault From(EmulatorFault fault) =>
        fault as FinOpsFault ?? new FinOpsFault(fault.Status, fault.Code, fault.Message, fault.Status is 400 or 500 ? ODataException : Plain);
}
