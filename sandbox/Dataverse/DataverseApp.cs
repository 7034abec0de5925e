using B2BConnector.Dataverse.Callbacks;
using B2BConnector.Dataverse.Faults;
using B2BConnector.Dataverse.Http;
using B2BConnector.Dataverse.Metadata;
using B2BConnector.Dataverse.Seed;
using B2BConnector.Emulation;
using B2BConnector.Emulation.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse;

/// <summary>Dataverse with Dynamics 365 Sales on the wire: <c>/api/data/v9.x</c>, plus <c>/_sandbox</c>.</summary>
public static class DataverseApp
{
    /// <summary>Builds the emulator; the caller starts and disposes it.</summary>
    /// <exception cref="SandboxStartException">The store is in use or unreadable, the solution folder cannot be used, or fault switches are on where they are refused.</exception>
    public static WebApplication Build(DataverseOptions options)
    {
        if (!options.AllowFaults)
        {
            FaultPolicy.Refuse(options.Faults, options.Name);
            FaultPolicy.Refuse(options.CallbackFaults, options.Name);
        }

        var model = OrganizationModel.Load(options.SolutionFolder);
        var store = EmulatorStore.Open(options.StorePath);
        var seed = new OrganizationSeed(options.Time, model);
        store.Write(seed.Apply);

        var builder = EmulatorHost.CreateBuilder(options, store);
        builder.Services.AddSingleton(_ => new CallbackSignal(options.Busy));
        builder.Services.AddHostedService(services =>
            new CallbackSender(options, store, services.GetRequiredService<CallbackSignal>(), services.GetRequiredService<ILoggerFactory>()));
        var app = builder.Build();
        var engine = new DataverseEngine(options, model, store, app.Services.GetRequiredService<CallbackSignal>());
        var endpoint = new DataverseEndpoint(engine, new CallerDirectory(engine));
        var trace = new RequestTrace(options.Time, options.TraceCapacity);

        app.UseEmulation(options, trace, DataverseErrorWriter.WriteAsync);
        app.MapSandboxRoutes(options, store, trace, seed.Apply);
        app.MapGet("/_sandbox/callbacks", context => SandboxJson.WriteAsync(context, 200, new JObject { ["value"] = new CallbackQueue(options, store).Describe() }));
        app.Map("/_sandbox/callback-faults", CallbackFaultEndpoint.Of(options));
        app.Map("/api/data/{**path}", endpoint.HandleAsync);
        return app;
    }
}
