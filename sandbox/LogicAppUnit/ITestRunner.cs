using LogicAppUnit.Mocking;
using Newtonsoft.Json.Linq;

namespace LogicAppUnit;

/// <summary>Runs the workflow under test with mocks of its own, and answers what became of the run.</summary>
public interface ITestRunner : IDisposable
{
    /// <summary>Answers calls that no mock matched; null = not this one either.</summary>
    Func<HttpRequestMessage, HttpResponseMessage> AddApiMocks { set; }

    /// <summary>The calls that the workflow made, oldest first. Known when <c>TriggerWorkflow</c> has returned.</summary>
    List<MockRequest> MockRequests { get; }

    /// <summary>Id of the run.</summary>
    string WorkflowRunId { get; }

    /// <summary>The caller's id for the whole story.</summary>
    string WorkflowClientTrackingId { get; }

    /// <summary>How the run ended.</summary>
    WorkflowRunStatus WorkflowRunStatus { get; }

    /// <summary>True when a Terminate action ended the run.</summary>
    bool WorkflowWasTerminated { get; }

    /// <summary>The error code of the run as a number; null without.</summary>
    int? WorkflowTerminationCode { get; }

    /// <summary>The error code of the run; null without.</summary>
    string? WorkflowTerminationCodeAsString { get; }

    /// <summary>The error message of the run; null without.</summary>
    string? WorkflowTerminationMessage { get; }

    /// <summary>Adds a mock of this test.</summary>
    IMockResponse AddMockResponse(IMockRequestMatcher mockRequestMatcher);

    /// <summary>Adds a mock of this test under a name.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    IMockResponse AddMockResponse(string name, IMockRequestMatcher mockRequestMatcher);

    /// <summary>The <c>properties</c> of an action in the history.</summary>
    /// <exception cref="TestException">The history does not have it; the message says why.</exception>
    JToken GetWorkflowAction(string actionName);

    /// <summary>Status of an action.</summary>
    ActionStatus GetWorkflowActionStatus(string actionName);

    /// <summary>Inputs of an action.</summary>
    /// <exception cref="TestException">It has none.</exception>
    JToken GetWorkflowActionInput(string actionName);

    /// <summary>Outputs of an action.</summary>
    /// <exception cref="TestException">It has none.</exception>
    JToken GetWorkflowActionOutput(string actionName);

    /// <summary>How often an action ran: repetitions in loops, iterations of an Until, items of a Foreach; otherwise 1.</summary>
    int GetWorkflowActionRepetitionCount(string actionName);

    /// <summary>Tracked properties of an action; null without.</summary>
    Dictionary<string, string>? GetWorkflowActionTrackedProperties(string actionName);

    /// <summary>The <c>properties</c> of one repetition; the first is 1.</summary>
    JToken GetWorkflowActionRepetition(string actionName, int repetitionNumber);

    /// <summary>Status of one repetition.</summary>
    ActionStatus GetWorkflowActionStatus(string actionName, int repetitionNumber);

    /// <summary>Inputs of one repetition.</summary>
    JToken GetWorkflowActionInput(string actionName, int repetitionNumber);

    /// <summary>Outputs of one repetition.</summary>
    JToken GetWorkflowActionOutput(string actionName, int repetitionNumber);

    /// <summary>Tracked properties of one repetition; null without.</summary>
    Dictionary<string, string>? GetWorkflowActionTrackedProperties(string actionName, int repetitionNumber);

    /// <summary>Starts the workflow, waits for its end and gives what it answered.</summary>
    HttpResponseMessage TriggerWorkflow(HttpMethod method, Dictionary<string, string>? requestHeaders = null);

    /// <summary>Starts the workflow, waits for its end and gives what it answered.</summary>
    HttpResponseMessage TriggerWorkflow(Dictionary<string, string>? queryParams, HttpMethod method, Dictionary<string, string>? requestHeaders = null);

    /// <summary>Starts the workflow, waits for its end and gives what it answered.</summary>
    HttpResponseMessage TriggerWorkflow(Dictionary<string, string>? queryParams, HttpMethod method, string relativePath, Dictionary<string, string>? requestHeaders = null);

    /// <summary>Starts the workflow, waits for its end and gives what it answered.</summary>
    HttpResponseMessage TriggerWorkflow(HttpContent? content, HttpMethod method, Dictionary<string, string>? requestHeaders = null);

    /// <summary>Starts the workflow, waits for its end and gives what it answered.</summary>
    HttpResponseMessage TriggerWorkflow(HttpContent? content, HttpMethod method, string relativePath, Dictionary<string, string>? requestHeaders = null);

    /// <summary>Starts the workflow, waits for its end and gives what it answered.</summary>
    HttpResponseMessage TriggerWorkflow(Dictionary<string, string>? queryParams, HttpContent? content, HttpMethod method, string relativePath, Dictionary<string, string>? requestHeaders = null);

    /// <summary>Lets <c>TriggerWorkflow</c> give the asynchronous response of the workflow instead of its 202.</summary>
    void WaitForAsynchronousResponse(int maxTimeoutSeconds);

    /// <summary>Lets <c>TriggerWorkflow</c> give the asynchronous response of the workflow instead of its 202.</summary>
    void WaitForAsynchronousResponse(TimeSpan maxTimeout);

    /// <summary>Runs an assertion; when it fails, its message also names what failed in the run.</summary>
    void ExceptionWrapper(Action assertion);
}
