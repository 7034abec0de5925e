using Microsoft.Extensions.Logging;

namespace B2BConnector.Runtime.Scripts;

/// <summary>Messages of exceptions stay out of the log: makers put data of people into them. The run history has them.</summary>
internal static partial class ScriptLog
{
    [LoggerMessage(600, LogLevel.Error, "The script threw {Type}.\n{Stack}")]
    public static partial void Failed(ILogger log, string? type, string? stack);
}
