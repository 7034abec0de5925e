using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.History;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Storage;
using B2BConnector.Runtime.Triggers;
using Microsoft.Extensions.Logging;

namespace B2BConnector.Runtime;

/// <summary>Runs the workflows of one project over one store. One engine per store; several engines may live in one process.</summary>
public sealed class WorkflowEngine : IAsyncDisposable
{
    private readonly EngineServices services;
    private readonly CancellationTokenSource stopping;
    private readonly TriggerInvoker invoker;
    private readonly TriggerLoops loops;
    private Task? stopped;

    private WorkflowEngine(EngineServices services, CancellationTokenSource stopping)
    {
        this.services = services;
        this.stopping = stopping;
        invoker = new TriggerInvoker(services);
        loops = new TriggerLoops(services);
        History = new RunHistory(services);
        Commands = new RunCommands(services);
    }

    /// <summary>The project that runs.</summary>
    public WorkflowProject Project => services.Project;

    /// <summary>Queries for the management API and the console.</summary>
    public RunHistory History { get; }

    /// <summary>Cancel and resubmit.</summary>
    public RunCommands Commands { get; }

    /// <summary>Signed addresses of triggers and contents.</summary>
    public CallbackUrls Callbacks => services.Callbacks;

    /// <summary>Tells when nothing happens any more until time passes or a call arrives.</summary>
    public Activity Activity => services.Activity;

    /// <summary>Base of callback and content addresses. Set it when the face knows its port, before <see cref="RegisterTriggersAsync"/>.</summary>
    public Uri PublicAddress
    {
        get => services.Callbacks.PublicAddress;
        set => services.Callbacks.PublicAddress = value;
    }

    /// <summary>Opens the store and goes on with every unfinished run.</summary>
    /// <exception cref="StoreLockedException">Another process works on the store.</exception>
    /// <exception cref="StoreVersionException">Another version of the runtime wrote the store.</exception>
    public static Task<WorkflowEngine> StartAsync(WorkflowProject project, EngineOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var store = RunStore.Open(options.StorePath, options.Witness);
        var stopping = new CancellationTokenSource();
        var activity = new Activity(options.Busy);
        var key = store.GetOrAdd("callback-key", () => Convert.ToBase64String([.. options.Ids().ToByteArray(), .. options.Ids().ToByteArray()]));
        var services = new EngineServices
        {
            Options = options,
            Project = project,
            Store = store,
            Activity = activity,
            Clock = new EngineClock(options.Time, activity),
            Callbacks = new CallbackUrls(key, options.PublicAddress),
            Http = new HttpCaller(options.Http(), options.Time),
            Log = options.LoggerFactory.CreateLogger<WorkflowEngine>(),
            Random = Randomness.From(options.Ids()),
            Stopping = stopping.Token,
        };
        services.Runs = new RunRegistry(services);
        services.Runs.Restore();
        if (!options.HoldsRunsUntilTriggers)
        {
            services.Runs.GoOn();
        }

        return Task.FromResult(new WorkflowEngine(services, stopping));
    }

    /// <summary>
    /// Starts timers and polling, and subscribes webhooks. Call it once, when the callback address can be reached. Ends when every
    /// subscription was tried once; one that was refused is tried again in the background. Unfinished runs go on too, if they were held.
    /// </summary>
    public Task RegisterTriggersAsync()
    {
        services.Runs.GoOn();
        return loops.StartAsync();
    }

    /// <summary>
    /// A call of a Request trigger or of a webhook's callback address. Waits for the Response action when the workflow has one that is not
    /// asynchronous; otherwise answers 202 as soon as the run is stored. The signature is the face's concern.
    /// </summary>
    public Task<TriggerResponse> InvokeAsync(string workflow, string trigger, TriggerRequest request, CancellationToken cancellation) =>
        invoker.InvokeAsync(workflow, trigger, request, cancellation);

    /// <summary>
    /// A call of the address that a waiting action gave. 200 when it is stored; 404 when nothing waits (any more), 503 while the run is not in memory.
    /// The signature is the face's concern.
    /// </summary>
    public Task<TriggerResponse> AnswerActionAsync(string run, string action, string repetition, TriggerRequest request) =>
        ActionAnswers.TakeAsync(services, run, action, repetition, request);

    /// <summary>What the status address of a run answers: 202 until its asynchronous Response is given. Null: the run has no such address.</summary>
    public TriggerResponse? AnswerOf(string run) => invoker.AnswerOf(run);

    /// <summary>Fires a Recurrence or polling trigger now.</summary>
    /// <exception cref="KeyNotFoundException">There is no such workflow or trigger.</exception>
    public Task RunTriggerAsync(string workflow, string trigger, CancellationToken cancellation) => loops.FireAsync(workflow, trigger, cancellation);

    /// <summary>Ends when the run has ended.</summary>
    public Task WhenRunEndsAsync(string run, CancellationToken cancellation) =>
        services.Runs.Find(run)?.Completion.WaitAsync(cancellation) ?? Task.CompletedTask;

    /// <summary>
    /// Ends the work in memory and nothing else: calls are still taken and stored, and history can be read, so that a face which serves
    /// the workflows' own calls may stop after them. What is unfinished goes on at the next start.
    /// </summary>
    public async Task StopWorkAsync()
    {
        await stopping.CancelAsync();
        await loops.WhenStoppedAsync();
        await services.Runs.WhenStoppedAsync();
    }

    /// <summary>Stops quickly: whatever is unfinished stays in the store and goes on at the next start.</summary>
    public Task StopAsync() => stopped ??= StopCoreAsync(abandon: false);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await StopAsync();

    /// <summary>Stops as a killed process would: what is not committed is lost. For tests of what survives.</summary>
    internal Task CrashAsync() => stopped ??= StopCoreAsync(abandon: true);

    private async Task StopCoreAsync(bool abandon)
    {
        if (abandon)
        {
            services.Store.Abandon();
        }

        await StopWorkAsync();
        await services.Store.DisposeAsync();
        services.Runs.Dispose();
        services.Http.Dispose();
        stopping.Dispose();
    }
}
