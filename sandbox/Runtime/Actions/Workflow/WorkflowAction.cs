using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Runtime.Storage;
using B2BConnector.Runtime.Triggers;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Workflow;

/// <summary>
/// Calls another workflow of the project and waits for its Response. A child without any Response action is acknowledged with 202
/// (sources disagree; this is the documented behaviour). Retries only where a policy is given (Inferred).
/// </summary>
[ActionType("Workflow", Hosts = WorkflowHosts.Standard)]
public sealed class WorkflowAction : IAction
{
    private Template inputs = null!;
    private string child = "";

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var read = reader.Inputs();
        inputs = reader.Json.NeedTemplate("inputs");
        var host = read.NeedObject("host");
        var workflow = host.NeedObject("workflow");
        child = workflow.NeedText("id");
        workflow.Finish();
        host.Ignore("triggerName");
        host.Finish();
        read.Ignore("headers", "body", "queries");
        reader.Retry(read, RetryPolicy.None);
        reader.Timeout();
        read.Finish();
        reader.Options("DisableAsyncPattern");
        if (!reader.Project.TriggerTypes.TryGetValue(child, out var trigger))
        {
            if (child.Length > 0)
            {
                workflow.Report(RuntimeProblems.UnknownWorkflow(workflow.PathOf("id"), child));
            }
        }
        else if (trigger is not null && !trigger.Equals("Request", StringComparison.OrdinalIgnoreCase))
        {
            workflow.Report(RuntimeProblems.ChildWithoutRequest(workflow.PathOf("id"), child));
        }
    }

    /// <inheritdoc/>
    public async Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var services = context.Run.Services;
        var evaluated = context.EvaluateInputs(inputs);
        if (!services.Project.Workflows.TryGetValue(child, out var definition))
        {
            return ActionResult.Failure("NotFound", "WorkflowNotFound", $"The workflow '{child}' could not be found.");
        }

        var id = (string?)context.State?["child"];
        LiveRun? live;
        if (id is null)
        {
            var started = await StartAsync(context, definition, evaluated);
            if (started.Result is { } result)
            {
                return result;
            }

            live = started.Child;
        }
        else
        {
            live = services.Runs.Find(id);
        }

        if (live is not null)
        {
            await live.Answer.WaitAsParentAsync(cancellation);
            return Answer(live.Definition, live.Record);
        }

        if (services.Store.FindRun(id!) is { } stored)
        {
            return Answer(definition, stored);
        }

        // What a stateless child did is lost with the process; it is called again.
        if (definition.IsStateless)
        {
            await context.SaveStateAsync([]);
            return await ExecuteAsync(context, cancellation);
        }

        return ActionResult.Failure("InternalServerError", "WorkflowRunNotFound", $"The run '{id}' of workflow '{child}' could not be found.");
    }

    private static async Task<(ActionResult? Result, LiveRun? Child)> StartAsync(ActionContext context, WorkflowDefinition definition, JToken evaluated)
    {
        var headers = (evaluated["headers"] as JObject ?? []).Properties().ToDictionary(header => header.Name, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        headers.TryAdd("x-ms-client-tracking-id", context.Run.Record.ClientTrackingId);
        headers.TryAdd("x-ms-workflow-name", context.Run.Definition.Name);
        headers.TryAdd("x-ms-workflow-run-id", context.Run.Record.Id);
        headers.TryAdd("x-ms-workflow-operation-name", context.Definition.Name);
        var method = (definition.Trigger.Behaviour as Triggers.Request.RequestTrigger)?.Method ?? "POST";
        var request = new TriggerRequest(method, "", headers, new Dictionary<string, string>(), evaluated["body"]);
        if (TriggerOutputs.Of(definition.Trigger, request, [], out var refused) is not { } outputs)
        {
            return (Result(refused!), null);
        }

        try
        {
            var parent = new JObject { ["run"] = context.Run.Record.Id, ["action"] = context.Definition.Name, ["path"] = context.Path.Key };
            var fired = new TriggerEvent(outputs) { Parent = Waits(definition) ? parent : null, ClientTrackingId = headers["x-ms-client-tracking-id"] };
            var runs = await new TriggerHost(context.Run.Services, definition).StartAsync(
                fired, null, alongside: run => Waits(definition) ? context.StateChange(new JObject { ["child"] = run.Record.Id }) : null);
            return Waits(definition) && runs.Count == 1
                ? (null, runs[0])
                : (Result(TriggerAnswers.Accepted(definition, runs.Count == 1 ? runs[0].Record : null)), null);
        }
        catch (TriggerFailedException exception)
        {
            return (Result(TriggerAnswers.Error(400, exception.Error)), null);
        }
    }

    // Documented: the end of a stateless child is waited for also when it has no Response action.
    private static bool Waits(WorkflowDefinition definition) => definition.HasResponse || definition.IsStateless;

    private static ActionResult Answer(WorkflowDefinition definition, RunRecord child) => Result(
        child.Response is { } response ? TriggerAnswers.Response(definition, child, response)
        : definition.HasResponse ? TriggerAnswers.NoResponse(definition, child)
        : TriggerAnswers.Accepted(definition, child));

    private static ActionResult Result(TriggerResponse answer)
    {
        var outputs = new JObject { ["statusCode"] = answer.StatusCode, ["headers"] = new JObject(answer.Headers.Select(header => new JProperty(header.Key, header.Value))) };
        if (answer.Body is not null)
        {
            outputs["body"] = answer.Body.DeepClone();
        }

        return new ActionResult(answer.StatusCode < 400 ? ActionStatus.Succeeded : ActionStatus.Failed, StatusNames.Of(answer.StatusCode))
        {
            Outputs = outputs,
            Retriable = answer.StatusCode is 408 or 429 or >= 500,
        };
    }
}
