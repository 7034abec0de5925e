using B2BConnector.Runtime.Execution;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Outbound;

/// <summary>202 + Location: the address is asked until it answers something else. The address is stored, so that a restart goes on asking.</summary>
internal static class AsyncPattern
{
    /// <summary>Wait between two questions when the service names none (documentation of 2017).</summary>
    private static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(20);

    /// <param name="context">The action.</param>
    /// <param name="address">The address of the first call; null turns the pattern off.</param>
    /// <param name="first">Makes the first call.</param>
    /// <param name="poll">Asks an address.</param>
    /// <param name="cancellation">Ends the waits.</param>
    public static async Task<ActionResult> RunAsync(
        ActionContext context, Uri? address, Func<CancellationToken, Task<HttpAnswer>> first, Func<Uri, CancellationToken, Task<HttpAnswer>> poll, CancellationToken cancellation)
    {
        var location = (string?)context.State?["location"];
        var answer = location is null ? await first(cancellation) : null;
        while (true)
        {
            if (answer is not null)
            {
                context.NoteRequest(answer);
                if (address is null || answer.Status != 202 || Next(answer, address, location) is not { } next)
                {
                    return answer.ToResult(context.Now);
                }

                location = next;
                var due = context.Now + (answer.RetryAfter(context.Now) ?? DefaultWait);
                await context.SaveStateAsync(new JObject { ["location"] = location, ["due"] = Storage.JsonText.Time(due) });
            }

            if (context.State?["due"] is { } wait)
            {
                await context.DelayUntilAsync(Storage.JsonText.Time(wait), cancellation);
            }

            answer = await poll(new Uri(location!), cancellation);
        }
    }

    // A path alone must not be taken for a file: it belongs to the address that gave it.
    private static string? Next(HttpAnswer answer, Uri address, string? current) =>
        answer.Header("Location") is { } header ? new Uri(current is null ? address : new Uri(current), header).AbsoluteUri : current;
}
