using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;

namespace B2BConnector.Host.ConsolePages.Live;

/// <summary>Server-sent events of one page: <c>change</c> with the new HTML, and a comment now and then so that a dead line is noticed.</summary>
internal sealed class EventStream(TimeProvider time, IHostApplicationLifetime lifetime)
{
    /// <summary>How often the systems are looked at while somebody watches.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <param name="context">The watcher. <c>Last-Event-ID</c> or the query <c>version</c> say what it shows already.</param>
    /// <param name="read">The version of the page now, and how to write it.</param>
    public async Task SendAsync(HttpContext context, Func<CancellationToken, Task<(string Version, Func<Task<string>> Render)>> read)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        var response = context.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        var seen = context.Request.Headers["Last-Event-ID"].FirstOrDefault() ?? context.Request.Query["version"].FirstOrDefault();
        try
        {
            await WriteAsync(response, "retry: 2000\n: hello\n\n", ending.Token);
            var written = time.GetTimestamp();
            using var timer = new PeriodicTimer(Interval, time);
            do
            {
                var (version, render) = await read(ending.Token);
                if (version != seen)
                {
                    await WriteAsync(response, Event(version, await render()), ending.Token);
                    (seen, written) = (version, time.GetTimestamp());
                }
                else if (time.GetElapsedTime(written) >= Heartbeat)
                {
                    await WriteAsync(response, ": still here\n\n", ending.Token);
                    written = time.GetTimestamp();
                }
            }
            while (await timer.WaitForNextTickAsync(ending.Token));
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The watcher left, or the sandbox stops.
        }
    }

    private static string Event(string version, string html) =>
        $"event: change\nid: {version}\n{string.Concat(html.ReplaceLineEndings("\n").Split('\n').Select(line => $"data: {line}\n"))}\n";

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken stop)
    {
        await response.WriteAsync(text, stop);
        await response.Body.FlushAsync(stop);
    }
}
