using B2BConnector.Emulation.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Emulation;

/// <summary>
/// The order every request goes through: trace, then fault switches, then errors, then identity, then the routes; a path nobody serves is a 404 with a body.
/// The trace is outermost so that it also sees what was refused; every refusal is written by the emulator's own error writer.
/// </summary>
public static partial class EmulatorPipeline
{
    /// <param name="app">The emulator's application; call this before mapping routes.</param>
    /// <param name="options">Name and clock.</param>
    /// <param name="trace">Gets every request outside /_sandbox.</param>
    /// <param name="errors">Writes refusals.</param>
    /// <param name="anonymous">Requests that need no identity, besides /_sandbox.</param>
    /// <exception cref="SandboxStartException">Fault switches are on where faults are refused.</exception>
    public static void UseEmulation(
        this WebApplication app, EmulatorOptions options, RequestTrace trace, ErrorWriter errors, Func<HttpRequest, bool>? anonymous = null)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("B2BConnector." + options.Name);
        app.Use(async (context, next) =>
        {
            var at = options.Time.GetUtcNow();
            var started = options.Time.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                if (!IsSandbox(context.Request))
                {
                    var entry = trace.Add(context, at, started);
                    LogRequest(log, entry.Method, entry.Path, entry.Status, entry.Operation, entry.Error);
                }
            }
        });
        UseFaults(app, options, errors);
        app.Use((context, next) => AnswerErrorsAsync(context, next, errors, log));
        app.Use((context, next) =>
        {
            if (!IsSandbox(context.Request) && anonymous?.Invoke(context.Request) != true)
            {
                context.RequireCaller();
            }

            return next(context);
        });
        app.UseRouting();
        app.MapFallback("{**path}", context => throw new EmulatorFault(
            404, "SBX0404", $"No route of the {options.Name} emulator answers {context.Request.Method} on this path."));
    }

    private static void UseFaults(WebApplication app, EmulatorOptions options, ErrorWriter errors)
    {
        if (!options.AllowFaults)
        {
            FaultPolicy.Refuse(options.Faults, options.Name);
            return;
        }

        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var injector = new FaultInjector(options.Faults, options.Name, options.Time, errors, stopping);
        app.Use((context, next) => IsSandbox(context.Request) ? next(context) : injector.RunAsync(context, next));
    }

    private static bool IsSandbox(HttpRequest request) => request.Path.StartsWithSegments("/_sandbox");

    private static async Task AnswerErrorsAsync(HttpContext context, RequestDelegate next, ErrorWriter errors, ILogger log)
    {
        EmulatorFault fault;
        try
        {
            await next(context);
            return;
        }
        catch (EmulatorFault refused)
        {
            fault = refused;
        }
        catch (BadHttpRequestException bad)
        {
            fault = new EmulatorFault(bad.StatusCode, "SBX0400", bad.Message);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested)
        {
            // The type only: an exception's message may quote the data it stumbled over.
            LogUnexpected(log, error.GetType().Name, error.StackTrace);
            fault = new EmulatorFault(500, "SBX0500", $"The emulator failed unexpectedly ({error.GetType().Name}). This is a defect of the sandbox: please report it.");
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }

        RequestTrace.Error(context, fault.Code);
        if (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = fault.Status;
            if (fault.Status == StatusCodes.Status401Unauthorized)
            {
                context.Response.Headers.WWWAuthenticate = "Bearer";
            }

            await errors(context, fault);
        }
    }

    [LoggerMessage(3001, LogLevel.Debug, "{Method} {Path} -> {Status} ({Operation} {Error})")]
    private static partial void LogRequest(ILogger log, string method, string path, int status, string? operation, string? error);

    [LoggerMessage(3002, LogLevel.Error, "Unexpected {Type} at {Stack}")]
    private static partial void LogUnexpected(ILogger log, string type, string? stack);
}
