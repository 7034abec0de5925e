using System.Collections.Concurrent;
using B2BConnector.Runtime.Execution;

namespace B2BConnector.Runtime.Triggers;

/// <summary>The triggers that act by themselves: timers, polling, subscriptions.</summary>
internal sealed class TriggerLoops(EngineServices services)
{
    private readonly ConcurrentBag<Task> loops = [];

    public async Task StartAsync()
    {
        await SubscriptionCleanup.RunAsync(services, services.Stopping);
        var hosts = services.Project.Workflows.Values.Select(workflow => new TriggerHost(services, workflow)).ToList();
        foreach (var host in hosts)
        {
            services.Activity.Enter();
            loops.Add(Task.Run(() => RunAsync(host)));
        }

        await Task.WhenAll(hosts.Where(host => host.Trigger.Behaviour.IsCallable).Select(host => host.Ready));
    }

    public Task FireAsync(string workflow, string trigger, CancellationToken cancellation)
    {
        if (!services.Project.Workflows.TryGetValue(workflow, out var found) || !found.Trigger.Name.Equals(trigger, StringComparison.OrdinalIgnoreCase))
        {
            throw new KeyNotFoundException($"The workflow '{workflow}' with trigger '{trigger}' does not exist.");
        }

        return found.Trigger.Behaviour.FireAsync(new TriggerHost(services, found), cancellation);
    }

    public Task WhenStoppedAsync() => Task.WhenAll(loops);

    private async Task RunAsync(TriggerHost host)
    {
        try
        {
            await host.Trigger.Behaviour.RunAsync(host, services.Stopping);
        }
        catch (OperationCanceledException)
        {
            // The engine stops; the trigger's state is in the store.
        }
        catch (Exception exception)
        {
            EngineLog.TriggerCrashed(services.Log, exception, host.Workflow.Name, host.Trigger.Name);
        }
        finally
        {
            host.SetReady();
            services.Activity.Exit();
        }
    }
}
