using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using B2BConnector.Runtime.Triggers.Request;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers;

/// <summary>Answers of trigger addresses with the platform's headers and error shapes.</summary>
internal static class TriggerAnswers
{
    public static TriggerResponse NotFound(string workflow, string trigger) =>
        Error(404, ActionResult.ErrorOf("WorkflowTriggerNotFound", $"The workflow '{workflow}' trigger '{trigger}' could not be found."));

    public static TriggerResponse TooManyWaiting(string workflow) =>
        Error(429, ActionResult.ErrorOf("WorkflowRunInProgress", $"The workflow '{workflow}' has the maximum number of waiting runs. Try again later."));

    public static TriggerResponse Error(int status, JObject error) =>
        new(status, new Dictionary<string, string>(), new JObject { ["error"] = error }, null);

    /// <param name="workflow">The workflow that was called.</param>
    /// <param name="run">The only run that started; null: none or several.</param>
    /// <param name="statusAddress">Where the answer will be found; null: there will be none.</param>
    public static TriggerResponse Accepted(WorkflowDefinition workflow, RunRecord? run, string? statusAddress = null)
    {
        var headers = Headers(workflow, run);
        if (statusAddress is not null)
        {
            headers["Location"] = statusAddress;
        }

        return new TriggerResponse(202, headers, null, run?.Id);
    }

    public static TriggerResponse NoResponse(WorkflowDefinition workflow, RunRecord run) =>
        new(502, Headers(workflow, run), NoResponseBody(run), run.Id);

    public static JObject NoResponseBody(RunRecord run) =>
        new() { ["error"] = ActionResult.ErrorOf("NoResponse", AzureMessages.NoResponse(run.CorrelationId)) };

    /// <summary>Inferred: code and sentence of a Response that takes longer than the host waits.</summary>
    public static TriggerResponse TimedOut(WorkflowDefinition workflow, RunRecord run) =>
        new(504, Headers(workflow, run), new JObject { ["error"] = ActionResult.ErrorOf("GatewayTimeout", "The workflow did not send its response in time. The run goes on.") }, run.Id);

    public static TriggerResponse Stopping(WorkflowDefinition workflow, RunRecord run) =>
        new(503, Headers(workflow, run), new JObject { ["error"] = ActionResult.ErrorOf("ServiceUnavailable", "The workflow engine stops. The run goes on at its next start.") }, run.Id);

    public static TriggerResponse Response(WorkflowDefinition workflow, RunRecord run, JObject response)
    {
        var headers = Headers(workflow, run);
        foreach (var (name, value) in response["headers"] as JObject ?? [])
        {
            headers[name] = value is JContainer ? value.ToString(Newtonsoft.Json.Formatting.None) : value?.ToString() ?? "";
        }

        // A body that is null is no body: recorded, LogicAppUnit's samples on the real host.
        return new TriggerResponse((int)response["statusCode"]!, headers, response["body"] is { Type: not JTokenType.Null } body ? body : null, run.Id);
    }

    private static Dictionary<string, string> Headers(WorkflowDefinition workflow, RunRecord? run)
    {
        if (workflow.Trigger.Behaviour is RequestTrigger { SuppressesHeaders: true })
        {
            return new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["x-ms-workflow-id"] = workflow.Id,
            ["x-ms-workflow-version"] = workflow.Version,
            ["x-ms-workflow-name"] = workflow.Name,
            ["x-ms-workflow-system-id"] = $"/scaleunits/prod-00/workflows/{workflow.Id}",
        };
        if (run is not null)
        {
            headers["x-ms-workflow-run-id"] = run.Id;
            headers["x-ms-correlation-id"] = run.CorrelationId;
            headers["x-ms-client-tracking-id"] = run.ClientTrackingId;
            headers["x-ms-trigger-history-name"] = run.Id;
            headers["x-ms-tracking-id"] = run.CorrelationId;
            headers["x-ms-request-id"] = $":{run.CorrelationId}";
        }

        return headers;
    }
}
