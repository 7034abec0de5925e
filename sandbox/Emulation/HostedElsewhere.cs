using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace B2BConnector.Emulation;

/// <summary>
/// The lifetime of a web application that is one of several in a process: Ctrl+C belongs to the process, which stops them in an order.
/// Left to the web framework's default, all would stop at once, and those that still work would call those that are gone.
/// </summary>
public static class HostedElsewhere
{
    /// <summary>Takes the console's signals away from the application.</summary>
    public static IServiceCollection AddHostedElsewhere(this IServiceCollection services) =>
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, Lifetime>());

    private sealed class Lifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
