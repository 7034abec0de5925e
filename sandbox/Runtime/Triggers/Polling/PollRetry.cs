using B2BConnector.Runtime.Outbound;

namespace B2BConnector.Runtime.Triggers.Polling;

/// <summary>Asks again as the trigger's retry policy says. The waits are not stored: after a restart the question is asked at once.</summary>
internal static class PollRetry
{
    public static async Task<HttpAnswer> RunAsync(TriggerHost host, Func<Task<HttpAnswer>> ask, CancellationToken cancellation)
    {
        for (var retry = 1; ; retry++)
        {
            var answer = await ask();
            if (answer.IsRetriable)
            {
                // Others need not wait for the retries.
                host.SetReady();
            }

            if (!answer.IsRetriable || retry > host.Trigger.Retry.Count)
            {
                return answer;
            }

            await host.DelayUntilAsync(host.Now + (answer.RetryAfter(host.Now) ?? host.Trigger.Retry.Delay(retry)), cancellation);
        }
    }
}
