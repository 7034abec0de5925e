using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace B2BConnector.Emulation.Faults;

/// <summary>
/// Shows the faults of one system's switches. It stands outside authentication and the error writer, and inside the trace. Whatever it
/// waits for, it waits before or after the system's own work, never within a transaction.
/// </summary>
/// <param name="switches">What to show.</param>
/// <param name="system">Name of the system in <see cref="FaultRequest.System"/>.</param>
/// <param name="time">Measures delays.</param>
/// <param name="errors">Writes 500 and 429 in the shape of the system; Retry-After is set already.</param>
/// <param name="stopping">Ends every wait when the host stops.</param>
public sealed class FaultInjector(FaultSwitches switches, string system, TimeProvider time, ErrorWriter errors, CancellationToken stopping)
{
    private const string Page = """
        <!DOCTYPE html><html><head><title>503 Service Unavailable</title></head>
        <body><h1>Service Unavailable</h1><p>The service is temporarily unavailable. Please try again later.</p></body></html>
        """;

    private static readonly TimeSpan UsualDelay = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UsualRetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Answers the request itself, or lets <paramref name="next"/> do it.</summary>
    public Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var query = Uri.UnescapeDataString(request.QueryString.Value?.TrimStart('?').Replace('+', ' ') ?? "");
        if (switches.Decide(system, request.Method, request.Path.Value ?? "", query, context.Caller()) is not { } fault)
        {
            return next(context);
        }

        RequestTrace.Error(context, InjectedFault.CodeOf(fault.Kind));
        return fault.Kind switch
        {
            FaultKind.FailBefore => RefuseAsync(context, fault, 500, $"A fault switch made the {system} fail before anything happened."),
            FaultKind.Throttle => RefuseAsync(context, fault, 429, "Too many requests. Wait as long as Retry-After says."),
            FaultKind.Unavailable => UnavailableAsync(context, fault),
            FaultKind.Timeout => HangAsync(context, fault),
            _ => AfterwardsAsync(context, next, fault),
        };
    }

    private Task RefuseAsync(HttpContext context, FaultRule fault, int status, string message)
    {
        context.Response.StatusCode = status;
        var wait = fault.RetryAfter ?? (fault.Kind == FaultKind.Throttle ? UsualRetryAfter : null);
        SetRetryAfter(context, wait);
        return errors(context, new InjectedFault(fault.Kind, status, message) { RetryAfter = wait ?? TimeSpan.Zero });
    }

    private static Task UnavailableAsync(HttpContext context, FaultRule fault)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.ContentType = "text/html";
        SetRetryAfter(context, fault.RetryAfter);
        return context.Response.WriteAsync(Page, context.RequestAborted);
    }

    private async Task HangAsync(HttpContext context, FaultRule fault)
    {
        context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        await WaitAsync(context, fault.Delay ?? Timeout.InfiniteTimeSpan);
        BrokenConnection.BeforeTheAnswer(context);
    }

    private async Task AfterwardsAsync(HttpContext context, RequestDelegate next, FaultRule fault)
    {
        var wire = context.Response.Body;
        using var kept = new MemoryStream();
        context.Response.Body = kept;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        if (fault.Kind == FaultKind.Slow && await WaitAsync(context, fault.Delay ?? UsualDelay))
        {
            kept.Position = 0;
            await kept.CopyToAsync(wire, context.RequestAborted);
        }
        else if (fault.Kind == FaultKind.Reset && kept.Length > 0)
        {
            await BrokenConnection.InTheBodyAsync(context, kept.GetBuffer().AsMemory(0, (int)kept.Length));
        }
        else
        {
            BrokenConnection.BeforeTheAnswer(context);
        }
    }

    /// <returns>False when the caller gave up or the host stops.</returns>
    private async Task<bool> WaitAsync(HttpContext context, TimeSpan delay)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            switches.Waiting?.Invoke(1);
            await Task.Delay(delay, time, end.Token);
            return true;
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            switches.Waiting?.Invoke(-1);
        }
    }

    private static void SetRetryAfter(HttpContext context, TimeSpan? wait)
    {
        if (wait is { } given)
        {
            context.Response.Headers.RetryAfter = ((long)Math.Ceiling(given.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }
    }
}
