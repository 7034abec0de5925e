using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using Microsoft.Azure.Workflows.Scripting;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.CSharpScriptCode;

/// <summary>Runs a .csx file of the workflow's own folder.</summary>
[ActionType("CSharpScriptCode", Hosts = WorkflowHosts.Standard, Missing = "NuGet packages (function.proj)")]
public sealed class CSharpScriptCodeAction : IAction
{
    private string file = "";

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        var inputs = reader.Inputs();
        file = inputs.NeedText("CodeFile");
        inputs.Finish();
        reader.Timeout();
        if (file.Length == 0)
        {
            return;
        }

        if (!File.Exists(Path.Combine(reader.Workflow.Folder, file)))
        {
            inputs.Report(RuntimeProblems.FileMissing(inputs.PathOf("CodeFile"), file));
            return;
        }

        if (!reader.Project.CompilesScripts)
        {
            reader.Project.UncheckedScripts.Add((reader.Workflow.Folder, file));
            return;
        }

        foreach (var problem in reader.Project.Scripts.Check(reader.Workflow.Folder, file))
        {
            if (problem.File is null)
            {
                inputs.Report(problem with { Path = inputs.PathOf("CodeFile") });
            }
            else
            {
                inputs.Problems.AddForeign(problem);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        context.RecordInputs(new JObject { ["CodeFile"] = file });
        var run = context.Run;
        var script = new WorkflowContext(
            () => Task.FromResult(Result(run.Record.Trigger, null)),
            name => Task.FromResult(Find(context, name)));
        var result = await run.Services.Contents.Scripts.RunAsync(run.Definition.Folder, file, script, cancellation);

        // Inferred: the code of failed scripts is not published. Secured outputs hide what the script returned, not why it failed.
        return result.Error is null
            ? ActionResult.Success(new JObject { ["body"] = result.Body ?? JValue.CreateNull() }, "OK")
            : ActionResult.Failure("InlineCodeScriptRuntimeFailure", "InlineCodeScriptRuntimeFailure", result.Error);
    }

    private static WorkflowOperationResult? Find(ActionContext context, string name)
    {
        if (!context.Run.Definition.AllActions.TryGetValue(name, out var action) || action.Name != name)
        {
            return null;
        }

        var path = context.Path.CommonWith(action);
        var record = path.Depth == action.Loops.Count ? context.Run.Find(action, path) : null;
        return record is { IsFinished: true } ? Result(record.View, record.TrackedProperties)
            : path.Depth < action.Loops.Count && LoopView.Of(context.Run, action, path) is { } view ? Result(view, null)
            : null;
    }

    // Scripts may change what they get: copies only.
    private static WorkflowOperationResult Result(JObject view, JToken? tracked) => new()
    {
        Name = (string?)view["name"],
        Inputs = view["inputs"]?.DeepClone(),
        Outputs = view["outputs"]?.DeepClone(),
        StartTime = Time(view["startTime"]),
        EndTime = Time(view["endTime"]),
        OperationTrackingId = (string?)view["trackingId"],
        Code = (string?)view["code"],
        Status = (string?)view["status"],
        Error = view["error"]?.DeepClone(),
        TrackedProperties = tracked?.DeepClone(),
    };

    private static DateTime? Time(JToken? token) => token is null ? null : JsonText.Time(token).UtcDateTime;
}
