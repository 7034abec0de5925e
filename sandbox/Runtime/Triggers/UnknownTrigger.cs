using B2BConnector.Runtime.Definitions;

namespace B2BConnector.Runtime.Triggers;

/// <summary>Stands in for a trigger whose type is not supported, so that the rest of the file is still checked. Such a project never starts.</summary>
internal sealed class UnknownTrigger : ITrigger
{
    public static UnknownTrigger Instance { get; } = new();

    public bool IsCallable => false;

    public void Read(TriggerReader reader)
    {
        // Nothing can be said about the properties of an unknown type.
    }

    public Task RunAsync(TriggerHost host, CancellationToken cancellation) => Task.CompletedTask;

    public Task FireAsync(TriggerHost host, CancellationToken cancellation) => Task.CompletedTask;
}
