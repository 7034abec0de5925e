using System.Net;
using B2BConnector.Runtime.History;
using LogicAppUnit.Mocking;
using LogicAppUnit.Projects;
using LogicAppUnit.Runs;
using Newtonsoft.Json.Linq;

namespace LogicAppUnit;

/// <summary>Runs the workflow under test in this process: no port, no file, no other process, and waiting costs no time.</summary>
public class TestRunner : ITestRunner
{
    private readonly TestConfiguration configuration;
    private readonly TestedProject project;
    private readonly VirtualClock clock = new();
    private readonly MockServer mocks;
    private TestRun? engine;
    private RunView? view;
    private TimeSpan? patience;
    private List<MockRequest>? requests;

    internal TestRunner(TestConfiguration configuration, TestedProject project, List<MockResponse> mocksOfClass)
    {
        this.configuration = configuration;
        this.project = project;
        var otherwise = (HttpStatusCode)configuration.Runner.DefaultHttpResponseStatusCode;
        mocks = Enum.IsDefined(otherwise)
            ? new MockServer(clock, otherwise, mocksOfClass)
            : throw new TestException($"runner.defaultHttpResponseStatusCode in testConfiguration.json is {(int)otherwise}, which is no HTTP status.");
    }

    /// <inheritdoc/>
    public Func<HttpRequestMessage, HttpResponseMessage> AddApiMocks
    {
        set => mocks.Delegate = value;
    }

    /// <inheritdoc/>
    public List<MockRequest> MockRequests => requests ?? throw NotTriggered();

    /// <inheritdoc/>
    public string WorkflowRunId => View.Id;

    /// <inheritdoc/>
    public string WorkflowClientTrackingId => (string)View.Properties["correlation"]!["clientTrackingId"]!;

    /// <inheritdoc/>
    public WorkflowRunStatus WorkflowRunStatus => Enum.Parse<WorkflowRunStatus>((string)View.Properties["status"]!);

    /// <inheritdoc/>
    public bool WorkflowWasTerminated => (string?)View.Properties["code"] == "Terminated";

    /// <inheritdoc/>
    public int? WorkflowTerminationCode => Error?["code"]?.ToObject<int>();

    /// <inheritdoc/>
    public string? WorkflowTerminationCodeAsString => Error?["code"]?.ToObject<string>();

    /// <inheritdoc/>
    public string? WorkflowTerminationMessage => Error?["message"]?.ToString();

    private JToken? Error => View.Properties["error"];

    private RunView View => view ?? throw NotTriggered();

    /// <inheritdoc/>
    public IMockResponse AddMockResponse(IMockRequestMatcher mockRequestMatcher) => mocks.Add(null, mockRequestMatcher);

    /// <inheritdoc/>
    public IMockResponse AddMockResponse(string name, IMockRequestMatcher mockRequestMatcher) => mocks.Add(name, mockRequestMatcher);

    /// <inheritdoc/>
    public JToken GetWorkflowAction(string actionName) => Action(actionName);

    /// <inheritdoc/>
    public ActionStatus GetWorkflowActionStatus(string actionName) => Status(Action(actionName));

    /// <inheritdoc/>
    public JToken GetWorkflowActionInput(string actionName) => Content(actionName, "", Action(actionName), "input");

    /// <inheritdoc/>
    public JToken GetWorkflowActionOutput(string actionName) => Content(actionName, "", Action(actionName), "output");

    /// <inheritdoc/>
    public int GetWorkflowActionRepetitionCount(string actionName)
    {
        var action = Action(actionName);
        return (int?)(action["repetitionCount"] ?? action["iterationCount"] ?? action["inputsLink"]?["metadata"]?["foreachItemsCount"]) ?? 1;
    }

    /// <inheritdoc/>
    public Dictionary<string, string>? GetWorkflowActionTrackedProperties(string actionName) => Tracked(Action(actionName));

    /// <inheritdoc/>
    public JToken GetWorkflowActionRepetition(string actionName, int repetitionNumber) => Repetition(actionName, repetitionNumber).Properties;

    /// <inheritdoc/>
    public ActionStatus GetWorkflowActionStatus(string actionName, int repetitionNumber) => Status(Repetition(actionName, repetitionNumber).Properties);

    /// <inheritdoc/>
    public JToken GetWorkflowActionInput(string actionName, int repetitionNumber)
    {
        var (name, properties) = Repetition(actionName, repetitionNumber);
        return Content(actionName, name, properties, "input");
    }

    /// <inheritdoc/>
    public JToken GetWorkflowActionOutput(string actionName, int repetitionNumber)
    {
        var (name, properties) = Repetition(actionName, repetitionNumber);
        return Content(actionName, name, properties, "output");
    }

    /// <inheritdoc/>
    public Dictionary<string, string>? GetWorkflowActionTrackedProperties(string actionName, int repetitionNumber) => Tracked(Repetition(actionName, repetitionNumber).Properties);

    /// <inheritdoc/>
    public HttpResponseMessage TriggerWorkflow(HttpMethod method, Dictionary<string, string>? requestHeaders = null) =>
        TriggerWorkflow(null, null, method, "", requestHeaders);

    /// <inheritdoc/>
    public HttpResponseMessage TriggerWorkflow(Dictionary<string, string>? queryParams, HttpMethod method, Dictionary<string, string>? requestHeaders = null) =>
        TriggerWorkflow(queryParams, null, method, "", requestHeaders);

    /// <inheritdoc/>
    public HttpResponseMessage TriggerWorkflow(Dictionary<string, string>? queryParams, HttpMethod method, string relativePath, Dictionary<string, string>? requestHeaders = null) =>
        TriggerWorkflow(queryParams, null, method, relativePath, requestHeaders);

    /// <inheritdoc/>
    public HttpResponseMessage TriggerWorkflow(HttpContent? content, HttpMethod method, Dictionary<string, string>? requestHeaders = null) =>
        TriggerWorkflow(null, content, method, "", requestHeaders);

    /// <inheritdoc/>
    public HttpResponseMessage TriggerWorkflow(HttpContent? content, HttpMethod method, string relativePath, Dictionary<string, string>? requestHeaders = null) =>
        TriggerWorkflow(null, content, method, relativePath, requestHeaders);

    /// <inheritdoc/>
    public HttpResponseMessage TriggerWorkflow(
        Dictionary<string, string>? queryParams, HttpContent? content, HttpMethod method, string relativePath, Dictionary<string, string>? requestHeaders = null) =>
        Wait(() => TriggerAsync(queryParams, content, method, relativePath, requestHeaders ?? []));

    /// <inheritdoc/>
    public void WaitForAsynchronousResponse(int maxTimeoutSeconds) => WaitForAsynchronousResponse(TimeSpan.FromSeconds(maxTimeoutSeconds));

    /// <inheritdoc/>
    public void WaitForAsynchronousResponse(TimeSpan maxTimeout) => patience = maxTimeout;

    /// <inheritdoc/>
    public void ExceptionWrapper(Action assertion) => FailedAssertion.Explain(assertion, () => View.Actions());

    /// <summary>Ends the engine.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        if (engine is not null)
        {
            Wait(async () =>
            {
                await engine.DisposeAsync();
                return true;
            });
        }
    }

    private async Task<HttpResponseMessage> TriggerAsync(
        Dictionary<string, string>? queries, HttpContent? content, HttpMethod method, string relativePath, Dictionary<string, string> headers)
    {
        engine ??= await TestRun.StartAsync(project, clock, mocks);
        var request = new HttpRequestMessage(method, engine.TriggerAddress) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        var call = await TriggerCall.ReadAsync(request, relativePath, queries);
        try
        {
            var answer = await engine.PlayAsync(call, TimeSpan.FromSeconds(configuration.Runner.MaxWorkflowExecutionDuration), patience);
            view = answer.RunId is { } run ? new RunView(engine.History, project.Workflow, run) : view;
            return TriggerCall.Write(answer, request);
        }
        finally
        {
            requests = [.. mocks.Received.Select(received => received.Request)];
            RunLog.Write(configuration.Logging, project, mocks.Received);
        }
    }

    private JObject Action(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, "actionName");
        return View.Action(name) ?? throw new TestException(
            $"Action '{name}' was not found in the workflow run history. {MissingAction.Reason(project.Runnable.Workflows[project.Workflow], name)}");
    }

    private (string Name, JObject Properties) Repetition(string name, int number)
    {
        if (number <= 0)
        {
            throw new ArgumentException("The first repetition is 1.", nameof(number));
        }

        if (Action(name)["repetitionCount"] is not { } count)
        {
            throw new TestException($"Action '{name}' was not repeated: it does not stand inside a loop.");
        }

        return View.Repetition(name, number - 1)
            ?? throw new TestException($"Action '{name}' has no repetition {number}: it was repeated {count} times.");
    }

    private JToken Content(string action, string repetition, JObject properties, string part)
    {
        if (properties[$"{part}sLink"] is not null)
        {
            return View.Content(action, repetition, part == "input" ? "ActionInputs" : "ActionOutputs")!;
        }

        var where = repetition.Length == 0 ? $"Action '{action}'" : $"Repetition {repetition} of action '{action}'";
        var reason = (string?)properties["status"] == "Skipped" ? " because the action was skipped" : properties["secureData"] is null ? "" : " that may be seen: they are secured";
        throw new TestException($"{where} does not have any {part}{reason}.");
    }

    private static ActionStatus Status(JObject properties) => Enum.Parse<ActionStatus>((string)properties["status"]!);

    private static Dictionary<string, string>? Tracked(JObject properties) =>
        (properties["trackedProperties"] as JObject)?.Properties().ToDictionary(property => property.Name, property => property.Value.Value<string>()!);

    private static TestException NotTriggered() => new("There is no run yet: call TriggerWorkflow() first.");

    // Off the caller's thread and context: test frameworks bring their own.
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();
}
