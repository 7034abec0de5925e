using B2BConnector.Runtime.CloudFlows;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.OpenApiConnection;

/// <summary>Calls an operation of a connector from a cloud flow.</summary>
[ActionType("OpenApiConnection", Hosts = WorkflowHosts.CloudFlow)]
public sealed class OpenApiConnectionAction : IAction
{
    private FlowCall? call;
    private bool asynchronous;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var inputs = reader.Inputs();
        call = FlowCall.Read(inputs, reader.Workflow, operation => operation.IsTrigger ? "an operation that is no trigger" : null);
        reader.Retry(inputs);
        reader.Timeout();
        inputs.Finish();
        asynchronous = !reader.Options("DisableAsyncPattern").Contains("DisableAsyncPattern");
    }

    /// <inheritdoc/>
    public Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var services = context.Run.Services;
        var request = call!.Request(context.EvaluateInputs(call.Inputs));
        return AsyncPattern.RunAsync(
            context,
            asynchronous ? call.Address(services, request) : null,
            token => call.SendAsync(services, context.Identity(), request, token),
            (location, token) => call.SendAsync(services, context.Identity(), new JObject { ["headers"] = request["headers"]!.DeepClone() }, token, location),
            cancellation);
    }
}
