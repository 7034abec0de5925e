using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.InvokeFunction;

/// <summary>Calls a custom function of lib/custom.</summary>
[ActionType("InvokeFunction", Hosts = WorkflowHosts.Standard, Missing = "functions for .NET Framework")]
public sealed class InvokeFunctionAction : IAction
{
    private Template inputs = null!;
    private string function = "";

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var read = reader.Inputs();
        inputs = reader.Json.NeedTemplate("inputs");
        function = read.NeedText("functionName");
        read.Object("parameters");
        reader.Timeout();
        read.Finish();
        if (function.Length > 0 && !reader.Project.Functions.Value.Exists(function))
        {
            read.Report(RuntimeProblems.UnknownFunction(read.PathOf("functionName"), function));
        }
    }

    /// <inheritdoc/>
    public async Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var evaluated = context.EvaluateInputs(inputs);
        var parameters = evaluated["parameters"] as JObject ?? [];
        var result = await context.Run.Services.Contents.Functions.Value.InvokeAsync(function, (JObject)parameters.DeepClone(), cancellation);
        return result.Error is null
            ? ActionResult.Success(new JObject { ["body"] = result.Body ?? JValue.CreateNull() }, "OK")
            : ActionResult.Failure("InvokeFunctionFailed", "InvokeFunctionFailed", result.Error);
    }
}
