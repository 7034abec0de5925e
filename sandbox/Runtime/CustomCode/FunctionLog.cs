using Microsoft.Extensions.Logging;

namespace B2BConnector.Runtime.CustomCode;

/// <summary>Messages of exceptions stay out of the log: functions may put data of people into them.</summary>
internal static partial class FunctionLog
{
    [LoggerMessage(620, LogLevel.Error, "The function {Function} threw {Type}.\n{Stack}")]
    public static partial void Failed(ILogger log, string function, string? type, string? stack);
}
