using B2BConnector.Emulation;
using B2BConnector.Emulation.Faults;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace B2BConnector.ApiHub;

/// <summary>The gateway's fault switches: its part of the failures that the emulators can show as well.</summary>
internal sealed class GatewayFaults
{
    private const string Name = "gateway";

    private readonly ApiHubOptions _options;
    private readonly RequestDelegate _switch;

    public GatewayFaults(ApiHubOptions options, List<string> problems)
    {
        _options = options;
        _switch = FaultEndpoint.Of(options.Faults, Name, options.AllowFaults);
        if (options.AllowFaults)
        {
            return;
        }

        try
        {
            FaultPolicy.Refuse(options.Faults, Name);
        }
        catch (SandboxStartException refused)
        {
            problems.Add(refused.Message);
        }
    }

    /// <summary>The handler with the faults before and after it.</summary>
    public RequestDelegate Around(RequestDelegate handler, IServiceProvider services)
    {
        if (!_options.AllowFaults)
        {
            return handler;
        }

        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var injector = new FaultInjector(_options.Faults, Name, _options.Time, WriteAsync, stopping);
        return context => injector.RunAsync(context, handler);
    }

    /// <summary>GET, POST and DELETE of the switches.</summary>
    public async Task SwitchAsync(HttpContext context)
    {
        try
        {
            await _switch(context).ConfigureAwait(false);
        }
        catch (EmulatorFault refused)
        {
            await GatewayErrors.SwitchRefusedAsync(context, refused.Status, refused.Code, refused.Message).ConfigureAwait(false);
        }
    }

    private static Task WriteAsync(HttpContext context, EmulatorFault fault) => fault is InjectedFault { Kind: FaultKind.Throttle, RetryAfter: var wait }
        ? GatewayErrors.RateLimitedAsync(context, wait)
        : GatewayErrors.FailedAsync(context, fault.Message);
}
