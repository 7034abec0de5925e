using System.Security.Cryptography;
using B2BConnector.Runtime;
using B2BConnector.Runtime.History;
using LogicAppUnit.Mocking;
using LogicAppUnit.Projects;
using Newtonsoft.Json.Linq;

namespace LogicAppUnit.Runs;

/// <summary>An engine in memory with a clock of its own: triggers the workflow and lets it go on until its run has ended.</summary>
internal sealed class TestRun : IAsyncDisposable
{
    private readonly WorkflowEngine engine;
    private readonly VirtualClock clock;
    private readonly string workflow;
    private readonly string trigger;
    private string? last;

    private TestRun(WorkflowEngine engine, VirtualClock clock, string workflow, string trigger)
    {
        this.engine = engine;
        this.clock = clock;
        this.workflow = workflow;
        this.trigger = trigger;
    }

    public RunHistory History => engine.History;

    /// <summary>The address that fires the trigger, with its signature.</summary>
    public Uri TriggerAddress => new(engine.Callbacks.TriggerBase(workflow, trigger));

    /// <exception cref="TestException">The workflow has no trigger that can be called, or mistakes.</exception>
    public static async Task<TestRun> StartAsync(TestedProject project, VirtualClock clock, MockServer mocks)
    {
        var runnable = project.Runnable;
        var trigger = project.Trigger ?? throw new TestException($"The workflow '{project.Workflow}' has no Request trigger, so it cannot be started.");
        var options = new EngineOptions
        {
            Time = clock,
            Ids = () => new Guid(RandomNumberGenerator.GetBytes(16)),
            Http = () => mocks,
            Busy = clock.Busy,
        };
        return new TestRun(await WorkflowEngine.StartAsync(runnable, options, CancellationToken.None), clock, project.Workflow, trigger);
    }

    /// <summary>Calls the trigger and ends when the run has ended.</summary>
    /// <param name="request">The call.</param>
    /// <param name="longest">How long the run may take, in its own time.</param>
    /// <param name="patience">How long its asynchronous response may take; null = not waited for.</param>
    /// <exception cref="TestException">Run or response take longer, or wait for something that cannot come.</exception>
    public async Task<TriggerResponse> PlayAsync(TriggerRequest request, TimeSpan longest, TimeSpan? patience)
    {
        var started = clock.GetUtcNow();
        var call = engine.InvokeAsync(workflow, trigger, request, CancellationToken.None);
        TriggerResponse? later = null;
        while (true)
        {
            await clock.WhenQuietAsync();
            var passed = clock.GetUtcNow() - started;
            if (passed > longest)
            {
                throw new TestException(
                    $"The workflow '{workflow}' takes more than {longest.TotalSeconds} seconds to end; runner.maxWorkflowExecutionDuration in testConfiguration.json is the limit.");
            }

            if (call.IsCompleted || StartedRun() is not { } run || IsAnswered(run))
            {
                var answer = await call;
                last = answer.RunId ?? last;
                later ??= answer.RunId is null || patience is null ? null : LaterAnswer(answer.RunId, passed, patience.Value);
                if (answer.RunId is null || HasEnded(answer.RunId))
                {
                    return later ?? answer;
                }
            }

            if (!clock.JumpToNext())
            {
                throw new TestException($"The run of workflow '{workflow}' does not end: {string.Join(", ", Unfinished(StartedRun() ?? last!))} waits for a call from outside, which a test cannot make.");
            }
        }
    }

    public async ValueTask DisposeAsync() => await engine.DisposeAsync();

    /// <summary>The run of the call that is under way; null when it has none yet.</summary>
    private string? StartedRun() =>
        (string?)History.Runs(workflow, new PageRequest(1))!["value"]!.FirstOrDefault()?["name"] is { } newest && newest != last ? newest : null;

    private bool IsAnswered(string run) => Properties(run)["response"] is not null || HasEnded(run);

    private bool HasEnded(string run) => engine.WhenRunEndsAsync(run, CancellationToken.None).IsCompleted;

    private JToken Properties(string run) => History.Run(workflow, run)!["properties"]!;

    /// <summary>The asynchronous response; null as long as there is none, and for a workflow without one.</summary>
    private TriggerResponse? LaterAnswer(string run, TimeSpan passed, TimeSpan patience) => engine.AnswerOf(run) switch
    {
        null => null,
        _ when passed > patience => throw new TestException($"The workflow '{workflow}' takes more than {patience.TotalSeconds} seconds to give its asynchronous response."),
        { StatusCode: 202 } => null,
        var answer => answer,
    };

    private IEnumerable<string> Unfinished(string run) => History.Actions(workflow, run, new PageRequest(250))!["value"]!
        .Where(action => (string?)action["properties"]!["status"] is "Running" or "Waiting")
        .Select(action => $"'{action["name"]}'");
}
