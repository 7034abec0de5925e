using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace B2BConnector.Sandbox.Tests.Crashes;

/// <summary>Puts the gate around the connector's commits, its outgoing calls and its answers.</summary>
internal static class ConnectorUnderCrashes
{
    public static void Watch(WebApplicationBuilder builder, CrashGate gate, CrashPlan plan)
    {
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<IInterceptor>(new GateInterceptor(gate));
        builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(
            () => new GateHandler(gate, request => $"{ConnectorStep.Current}: {CrashGate.Route(request)}")));
        builder.Services.AddTransient<IStartupFilter>(_ => new SilentWhenDead(gate, plan));
    }

    /// <summary>A dead process answers nobody.</summary>
    private sealed class SilentWhenDead(CrashGate gate, CrashPlan plan) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (HttpContext context, RequestDelegate following) =>
            {
                context.Response.OnStarting(() =>
                {
                    if (gate.IsDead)
                    {
                        context.Abort();
                    }

                    return Task.CompletedTask;
                });
                await following(context);
                plan.Call(ConnectorStep.Current);
            });
            next(app);
        };
    }
}
