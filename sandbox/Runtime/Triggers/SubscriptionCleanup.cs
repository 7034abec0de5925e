using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using B2BConnector.Runtime.Triggers.Subscribing;

namespace B2BConnector.Runtime.Triggers;

/// <summary>Ends subscriptions of webhook triggers that the project does not have any more, and forgets the state of their triggers.</summary>
internal static class SubscriptionCleanup
{
    public static async Task RunAsync(EngineServices services, CancellationToken cancellation)
    {
        foreach (var (name, trigger, state) in services.Store.TriggerStates())
        {
            var workflow = services.Project.Workflows.GetValueOrDefault(name);
            if (workflow is not null && workflow.Trigger.Name.Equals(trigger, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            workflow ??= new WorkflowDefinition { Name = name, Folder = "", Id = "", Version = "", Text = "" };
            await Subscription.EndAsync(services, workflow, trigger, state, cancellation);
            await services.Store.CommitAsync(new StoreChange.Trigger(name, trigger, null));
        }
    }
}
