using B2BConnector.Runtime.Definitions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>
/// How stateless runs end before their time: after five minutes (documented), or with the process (documented: interrupted runs are not resumed).
/// Inferred: the codes, and that the history shows the latter as cancelled.
/// </summary>
internal static class StatelessLimit
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static JObject Interrupted => Ended(ActionStatus.Cancelled, "WorkflowRunInterrupted", "The run was stateless and ended with the process.");

    /// <summary>Ends the run when its time is over; null for stateful runs, which have ninety days.</summary>
    public static ITimer? Of(LiveRun run) => run.Definition.IsStateless
        ? run.Services.Options.Time.CreateTimer(
            _ => run.End(Ended(ActionStatus.TimedOut, "WorkflowRunTimedOut", "A stateless run may take five minutes.")), null, Longest, Timeout.InfiniteTimeSpan)
        : null;

    private static JObject Ended(ActionStatus status, string code, string message) =>
        new() { ["status"] = status.ToString(), ["code"] = code, ["error"] = ActionResult.ErrorOf(code, message) };
}
