using B2BConnector.Commerce.Jobs;
using B2BConnector.Commerce.Model;
using B2BConnector.Commerce.Operations;
using B2BConnector.Commerce.Seed;
using B2BConnector.Commerce.Site;
using B2BConnector.Emulation;
using Microsoft.AspNetCore.Builder;

namespace B2BConnector.Commerce;

/// <summary>
/// Commerce headquarters and scale unit on the wire: OData under /data, the site's form under /site, the scale unit under /Commerce, batch
/// jobs under /jobs. The caller starts and stops the application; disposing it closes the store.
/// </summary>
public static class CommerceApp
{
    /// <exception cref="SandboxStartException">The data is in use or unreadable, or two parts of the emulator claim the same name.</exception>
    public static WebApplication Build(CommerceOptions options)
    {
        var store = EmulatorStore.Open(options.StorePath);
        try
        {
            var system = new CommerceSystem(options, store, EntityCatalogue.OfThisAssembly, JobCatalogue.OfThisAssembly());
            var operations = OperationCatalogue.OfThisAssembly();
            CommerceSeed.Ensure(store, options);

            var app = EmulatorHost.CreateBuilder(options, store).Build();
            var trace = new RequestTrace(options.Time, options.TraceCapacity);
            app.UseEmulation(options, trace, CommerceErrors.WriteAsync, request => request.Path.StartsWithSegments("/site"));
            operations.Map(app, system);
            app.MapSandboxRoutes(options, store, trace, session => CommerceSeed.Fill(session, options));
            return app;
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }
}
