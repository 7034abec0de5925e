using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>Tries an action again as its retry policy says; the waits survive a restart.</summary>
internal static class AttemptLoop
{
    public static async Task<ActionResult> RunAsync(ActionContext context, CancellationToken cancellation)
    {
        var policy = context.Definition.Retry ?? RetryPolicy.None;
        while (true)
        {
            if (context.RetryDue is { } due)
            {
                await context.DelayUntilAsync(due, cancellation);
            }

            var started = context.Now;
            var result = await context.Definition.Behaviour.ExecuteAsync(context, cancellation);
            if (!result.Retriable || context.Retries.Count >= policy.Count)
            {
                return result;
            }

            var wait = result.RetryAfter ?? policy.Delay(context.Retries.Count + 1);
            await context.SaveRetryAsync(Entry(started, context.Now, result), context.Now + wait);
        }
    }

    private static JObject Entry(DateTimeOffset started, DateTimeOffset ended, ActionResult result)
    {
        var entry = new JObject { ["startTime"] = JsonText.Time(started), ["endTime"] = JsonText.Time(ended), ["code"] = result.Code };
        if (result.Error is not null)
        {
            entry["error"] = result.Error.DeepClone();
        }

        return entry;
    }
}
