using B2BConnector.Runtime.History;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Tests.Support;

/// <summary>An engine over a project folder with a clock of its own and calls answered in the process.</summary>
internal sealed class TestEngine : IAsyncDisposable
{
    private TestEngine(WorkflowEngine engine, TestClock clock, FakeHttp http)
    {
        Engine = engine;
        Clock = clock;
        Http = http;
    }

    public WorkflowEngine Engine { get; }

    public TestClock Clock { get; }

    public FakeHttp Http { get; }

    public static Task<TestEngine> StartAsync(
        ProjectFolder folder, FakeHttp? http = null, TestClock? clock = null, string? store = null, IReadOnlyDictionary<string, string>? settings = null, int seed = 1) =>
        StartAsync(folder.Load(settings), http, clock, store, seed);

    public static async Task<TestEngine> StartAsync(WorkflowProject project, FakeHttp? http = null, TestClock? clock = null, string? store = null, int seed = 1)
    {
        var handler = http ?? new FakeHttp(_ => FakeHttp.Json(404, "{}"));
        var time = clock ?? new TestClock();
        var engine = await WorkflowEngine.StartAsync(
            project,
            new EngineOptions { StorePath = store, Time = time, Ids = new SeededIds(seed).Next, Http = () => handler },
            CancellationToken.None);
        return new TestEngine(engine, time, handler);
    }

    public Task<TriggerResponse> InvokeAsync(string workflow, JToken? body = null, params (string Name, string Value)[] headers) => Engine.InvokeAsync(
        workflow,
        Engine.Project.Workflows[workflow].Trigger.Name,
        TriggerRequest.Post(body, headers.ToDictionary(header => header.Name, header => header.Value)),
        CancellationToken.None);

    /// <summary>Calls a workflow and jumps over its waits until it answers.</summary>
    public async Task<TriggerResponse> CallAsync(string workflow, JToken? body, params (string Name, string Value)[] headers)
    {
        var call = InvokeAsync(workflow, body, headers);
        while (true)
        {
            await Engine.Activity.WhenIdleAsync();
            if (call.IsCompleted || !Clock.JumpToNext())
            {
                return await call;
            }
        }
    }

    /// <summary>Lets everything happen that is due, and jumps over waits until nothing waits any more.</summary>
    public async Task SettleAsync()
    {
        await Engine.Activity.WhenIdleAsync();
        while (Clock.JumpToNext())
        {
            await Engine.Activity.WhenIdleAsync();
        }
    }

    public JToken? Output(string workflow, string run, string action) => Engine.History.Content(run, action, "", "ActionOutputs");

    public JObject Action(string workflow, string run, string action) => (JObject)Engine.History.Action(workflow, run, action)!["properties"]!;

    public IReadOnlyList<string> Runs(string workflow) =>
        [.. Engine.History.Runs(workflow, new PageRequest(250))!["value"]!.Select(run => (string)run["name"]!)];

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
