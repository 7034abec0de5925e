using Microsoft.Extensions.Logging;

namespace B2BConnector.Runtime.CustomCode;

/// <summary>The one place that says why a function failed: the run history, as in Azure, only has the sentence that it did.</summary>
internal static partial class FunctionLog
{
    [LoggerMessage(620, LogLevel.Error, "The function {Function} failed.")]
    public static partial void Failed(ILogger log, Exception failure, string function);
}
