using Microsoft.Extensions.Logging;

namespace B2BConnector.Runtime.Execution;

/// <summary>Log texts of the engine: ids and codes, never contents.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(1001, LogLevel.Error, "Action {Action} of workflow {Workflow}, run {Run}, stopped with an unexpected error.")]
    public static partial void ActionCrashed(ILogger log, Exception exception, string workflow, string run, string action);

    [LoggerMessage(1002, LogLevel.Error, "Run {Run} of workflow {Workflow} cannot go on: its state cannot be stored.")]
    public static partial void RunCrashed(ILogger log, Exception exception, string workflow, string run);

    [LoggerMessage(1003, LogLevel.Information, "Run {Run} of workflow {Workflow} ended: {Status}.")]
    public static partial void RunEnded(ILogger log, string workflow, string run, string status);

    [LoggerMessage(1004, LogLevel.Warning, "Trigger {Trigger} of workflow {Workflow} failed: {Code}.")]
    public static partial void TriggerFailed(ILogger log, string workflow, string trigger, string code);

    [LoggerMessage(1005, LogLevel.Error, "Trigger {Trigger} of workflow {Workflow} stopped with an unexpected error.")]
    public static partial void TriggerCrashed(ILogger log, Exception exception, string workflow, string trigger);

    [LoggerMessage(1006, LogLevel.Information, "Going on with {Count} unfinished runs.")]
    public static partial void Resuming(ILogger log, int count);
}
