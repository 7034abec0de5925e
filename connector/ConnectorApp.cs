using B2BConnector.Connector.Configuration;
using B2BConnector.Connector.Contract;
using B2BConnector.Connector.Errors;
using B2BConnector.Connector.Features;

namespace B2BConnector.Connector;

/// <summary>Puts the connector together. The only entry, for the executable, other hosts and tests alike.</summary>
public static class ConnectorApp
{
    /// <summary>Largest request body, in bytes.</summary>
    public const int MaxRequestBytes = 1_000_000;

    /// <summary>Builds the connector; the caller starts it.</summary>
    /// <param name="args">Command line, which may set any configuration key.</param>
    /// <param name="configure">
    /// Runs after all registrations, so that it can replace any of them: Azure.Core.TokenCredential, TimeProvider,
    /// <see cref="IdSource"/>, <see cref="BusyReport"/>, configuration sources, addresses.
    /// </param>
    /// <exception cref="ConnectorStartException">The configuration has problems; all are listed.</exception>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(ConnectorApp).Assembly.GetName().Name });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodySize.ReadToItsEnd;
        });
        // They write paths, and the path that ends a subscription holds its token.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Routing", LogLevel.Information);
        builder.Services.AddConnector(builder.Configuration, builder.Environment);
        configure?.Invoke(builder);
        var app = builder.Build();
        try
        {
            app.Services.GetRequiredService<ConfigurationCheck>().Run();
        }
        catch
        {
            ((IDisposable)app).Dispose();
            throw;
        }

        Map(app);
        return app;
    }

    private static void Map(WebApplication app)
    {
        app.UseMiddleware<ErrorResponses>();
        if (app.Environment.IsDevelopment())
        {
            // Before the key is asked for: a browser has none.
            app.UseSwaggerUI(ui => ui.SwaggerEndpoint($"/swagger/{ContractServices.Document}/swagger.json", ContractTexts.Title));
        }

        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<BodySize>();
        app.UseMiddleware<BodyCharset>();
        app.MapGet("/health", () => TypedResults.Text("ok")).AllowAnonymous().ExcludeFromDescription();
        OperationCatalog.Map(app);
        if (app.Environment.IsDevelopment())
        {
            app.MapConnectorContract();
        }

        // Called as well as mapped at top level, because only this makes the routes visible to the contract of an app that is not started.
#pragma warning disable ASP0014
        app.UseEndpoints(_ => { });
#pragma warning restore ASP0014
    }
}
