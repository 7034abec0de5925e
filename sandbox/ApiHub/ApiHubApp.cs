using B2BConnector.ApiHub.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace B2BConnector.ApiHub;

/// <summary>
/// The connection gateway: what <c>connectionRuntimeUrl</c> points to. Checks the connection's key, applies the connector's
/// policies, forwards.
/// </summary>
public static class ApiHubApp
{
    /// <summary>The gateway as a service of its own.</summary>
    /// <exception cref="ApiHubStartException">Options or files are wrong.</exception>
    public static WebApplication Build(ApiHubOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Url);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRouting();
        var app = builder.Build();
        app.MapApiHub(options);
        return app;
    }

    /// <summary>The gateway's routes inside another service: <c>/apim/…</c>, its fault switches at <c>/apim/_sandbox/faults</c>, and <c>/msi/token</c> when it has a secret.</summary>
    /// <exception cref="ApiHubStartException">Options or files are wrong.</exception>
    public static void MapApiHub(this IEndpointRouteBuilder routes, ApiHubOptions options)
    {
        var problems = new List<string>();
        var http = Forwarder.Http(options);
        var apis = ApiCatalogue.Read(options, http, problems);
        var faults = new GatewayFaults(options, problems);
        if (problems.Count > 0)
        {
            throw new ApiHubStartException(problems);
        }

        var gateway = new Gateway(options, http, apis);
        routes.Map("/apim/{api}/{connectionId}/{**path}", faults.Around(gateway.HandleAsync, routes.ServiceProvider));
        routes.Map("/apim/_sandbox/faults", faults.SwitchAsync);
        if (options.IdentityHeader is { } secret)
        {
            routes.MapGet("/msi/token", (HttpContext context) => IdentityEndpoint.AnswerAsync(context, options, secret));
        }
    }
}
