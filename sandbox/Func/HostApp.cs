using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace B2BConnector.Func;

/// <summary>
/// A web application with nothing but a server and routes: no configuration files, no loggers, no signals of its own. It listens while the project
/// is still being read; whoever calls that early waits for the routes.
/// </summary>
internal sealed class HostApp : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TaskCompletionSource<RequestDelegate> routes = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostApp(WebApplication app)
    {
        this.app = app;
        app.Run(async context => await (await routes.Task.WaitAsync(context.RequestAborted))(context));
    }

    /// <summary>Where it listens.</summary>
    public string Address => app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <param name="port">The port; 0 = a free one.</param>
    /// <param name="stop">Gives up the start.</param>
    /// <exception cref="FuncFailure">The port is taken, or not allowed.</exception>
    public static async Task<HostApp> ListenAsync(int port, CancellationToken stop)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, EndedByCommand>());

        // Both loopback addresses, as "localhost" means them; a free port can only be had for one.
        builder.WebHost.UseUrls(port == 0 ? "http://127.0.0.1:0" : $"http://localhost:{port}");
        var host = new HostApp(builder.Build());
        try
        {
            await host.app.StartAsync(stop);
            return host;
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            await host.DisposeAsync();
            var why = error.InnerException is AddressInUseException ? "is taken by another program. Stop that one, or" : $"cannot be listened on ({error.Message}):";
            throw new FuncFailure($"Port {port} {why} choose another port with --port.");
        }
    }

    /// <summary>Answers with these routes from now on.</summary>
    public void Serve(Action<IEndpointRouteBuilder> map)
    {
        var pipeline = ((IApplicationBuilder)app).New();
        pipeline.UseRouting();
        pipeline.UseEndpoints(map);
        routes.SetResult(pipeline.Build());
    }

    public Task StopAsync() => app.StopAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>Signals belong to the command, which stops the engine first.</summary>
    private sealed class EndedByCommand : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
