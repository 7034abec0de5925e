using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Runtime.Execution;

/// <summary>What runs, actions and triggers share while an engine lives.</summary>
internal sealed class EngineServices
{
    public required EngineOptions Options { get; init; }

    public required WorkflowProject Project { get; init; }

    public required RunStore Store { get; init; }

    public required Activity Activity { get; init; }

    public required EngineClock Clock { get; init; }

    public required CallbackUrls Callbacks { get; init; }

    public required HttpCaller Http { get; init; }

    public ManagedIdentity ManagedIdentity { get; } = new();

    public WaitingActions Waiting { get; } = new();

    public required ILogger Log { get; init; }

    public required Randomness Random { get; init; }

    /// <summary>Cancelled when the engine stops.</summary>
    public required CancellationToken Stopping { get; init; }

    public RunRegistry Runs { get; set; } = null!;

    public ProjectContents Contents => Project.Contents;

    public string NewId() => Options.Ids().ToString();

    /// <summary>Writes without waiting; a failure shows at the next write that is waited for.</summary>
    public void Post(params StoreChange[] changes) =>
        _ = Store.CommitAsync(changes).ContinueWith(static task => _ = task.Exception, TaskScheduler.Default);
}
