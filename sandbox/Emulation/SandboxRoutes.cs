using System.Globalization;
using B2BConnector.Emulation.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Emulation;

/// <summary>What a person or a test may ask of any emulator, beside the emulated system: /_sandbox/health, requests, clock, faults and reset.</summary>
public static class SandboxRoutes
{
    /// <param name="app">Where to map.</param>
    /// <param name="options">Name and clock.</param>
    /// <param name="store">Emptied by POST /_sandbox/reset.</param>
    /// <param name="trace">Shown by GET /_sandbox/requests, emptied by reset.</param>
    /// <param name="seed">Fills the store again after a reset, in the same transaction.</param>
    public static void MapSandboxRoutes(
        this IEndpointRouteBuilder app, EmulatorOptions options, EmulatorStore store, RequestTrace trace, Action<IStoreSession>? seed = null)
    {
        app.MapGet("/_sandbox/health", context => SandboxJson.WriteAsync(context, 200, new JObject
        {
            ["name"] = options.Name,
            ["status"] = "ok",
            ["store"] = options.StorePath is null ? "memory" : "file",
        }));

        app.MapGet("/_sandbox/requests", context => SandboxJson.WriteAsync(context, 200, new JObject
        {
            ["value"] = new JArray(trace.Entries.Select(Describe)),
        }));

        app.MapGet("/_sandbox/clock", context => SandboxJson.WriteAsync(context, 200, new JObject
        {
            ["now"] = Text(options.Time.GetUtcNow()),
        }));

        app.Map("/_sandbox/faults", FaultEndpoint.Of(options.Faults, options.Name, options.AllowFaults));

        app.MapPost("/_sandbox/reset", context =>
        {
            store.Reset(seed);
            trace.Clear();
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    private static JObject Describe(TraceEntry entry) => new()
    {
        ["number"] = entry.Number,
        ["at"] = Text(entry.At),
        ["method"] = entry.Method,
        ["path"] = entry.Path,
        ["caller"] = entry.Caller,
        ["status"] = entry.Status,
        ["milliseconds"] = entry.Milliseconds,
        ["operation"] = entry.Operation,
        ["error"] = entry.Error,
    };

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
