using System.Collections.Concurrent;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>A run while it is in memory: its committed records, variables, and who waits for it.</summary>
internal sealed class LiveRun : IDisposable
{
    private readonly ConcurrentDictionary<(string Path, string Name), ActionRecord> records = new();
    private readonly ConcurrentDictionary<string, JToken> variables = new(StringComparer.OrdinalIgnoreCase);
    private readonly CancellationTokenSource ending;
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int activeLeaves;

    public LiveRun(EngineServices services, WorkflowDefinition definition, RunRecord record)
    {
        Services = services;
        Definition = definition;
        Record = record;
        ending = CancellationTokenSource.CreateLinkedTokenSource(services.Stopping);
        Answer = new RunAnswer(services.Activity, record, definition.AnswersLater);
        if (record.Ended is not null)
        {
            ending.Cancel();
        }
    }

    public EngineServices Services { get; }

    public WorkflowDefinition Definition { get; }

    public RunRecord Record { get; }

    public RunAnswer Answer { get; }

    /// <summary>Held while a variable is changed, so that changes are stored in the order in which they happened.</summary>
    public SemaphoreSlim VariableGate { get; } = new(1, 1);

    /// <summary>Cancelled when the run is ended by Terminate or by a person, or when the engine stops.</summary>
    public CancellationToken Ending => ending.Token;

    public bool IsEnded => Record.Ended is not null;

    /// <summary>Ends with the run; cancelled when the engine stops before.</summary>
    public Task Completion => completion.Task;

    public int ActiveLeaves => Volatile.Read(ref activeLeaves);

    public ICollection<ActionRecord> Records => records.Values;

    public ActionRecord? Find(string name, string path) => records.GetValueOrDefault((path, name.ToUpperInvariant()));

    public ActionRecord? Find(ActionDefinition action, IterationPath path) => Find(action.Name, path.Key);

    public void Put(ActionRecord record) => records[(record.Path, record.Name.ToUpperInvariant())] = record;

    public JToken? Variable(string name) => variables.GetValueOrDefault(name);

    public void SetVariable(string name, JToken value) => variables[name] = value;

    /// <summary>Stores changes of this run; the task ends when they are committed. A stateless run without history stores nothing.</summary>
    public Task CommitAsync(params StoreChange[] changes) => Definition.KeepsHistory ? Services.Store.CommitAsync(changes) : Task.CompletedTask;

    /// <summary>Stores without waiting; a failure shows at the next write that is waited for.</summary>
    public void Post(params StoreChange[] changes)
    {
        if (Definition.KeepsHistory)
        {
            Services.Post(changes);
        }
    }

    public void EnterLeaf()
    {
        Interlocked.Increment(ref activeLeaves);

        // The run goes on after its Response: the caller need not wait for the rest.
        Answer.Flush();
    }

    public int ExitLeaf() => Interlocked.Decrement(ref activeLeaves);

    /// <summary>Ends the run before its time; whatever executes is cancelled.</summary>
    public void End(JObject how)
    {
        Record.Ended ??= how;
        try
        {
            ending.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The run ended by itself in the same moment.
        }
    }

    public void Completed() => completion.TrySetResult();

    public void Stopped() => completion.TrySetCanceled();

    public void Dispose() => ending.Dispose();
}
