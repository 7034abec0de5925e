using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Outbound;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.ApiConnection;

/// <summary>Calls an operation of a managed API connection: runtime address + path, with the connection's key.</summary>
[ActionType("ApiConnection", Hosts = WorkflowHosts.Standard, Missing = "connections with the managed identity, content in chunks, pagination, static results")]
public sealed class ApiConnectionAction : IAction
{
    private Template inputs = null!;
    private ConnectionCall call = null!;
    private bool asynchronous;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var read = reader.Inputs();
        inputs = reader.Json.NeedTemplate("inputs");
        call = ConnectionCall.Read(read, reader.Project);
        read.Need("method");
        reader.Retry(read);
        reader.Timeout();
        read.Finish();
        asynchronous = !reader.Options("DisableAsyncPattern").Contains("DisableAsyncPattern") && !reader.Workflow.IsStateless;
    }

    /// <inheritdoc/>
    public Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var evaluated = context.EvaluateInputs(inputs);
        var services = context.Run.Services;
        return AsyncPattern.RunAsync(
            context,
            asynchronous ? call.BaseAddress(services, evaluated) : null,
            token => call.SendAsync(services, context.Identity(), evaluated["method"]!.ToString(), null, evaluated, token),
            (location, token) => call.SendAsync(services, context.Identity(), "GET", location, new JObject { ["headers"] = evaluated["headers"]?.DeepClone() }, token),
            cancellation);
    }
}
