using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Terminate;

/// <summary>Ends the whole run with a status of its choice; the action itself succeeds.</summary>
[ActionType("Terminate", Secure = SecureParts.None)]
public sealed class TerminateAction : IAction
{
    private static readonly string[] Statuses = ["Failed", "Cancelled", "Succeeded"];
    private Template inputs = null!;

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        inputs = reader.Json.NeedTemplate("inputs");
        var read = reader.Inputs();
        var status = read.Need("runStatus")?.ToString() ?? "Failed";
        if (!status.StartsWith('@') && !Statuses.Contains(status, StringComparer.OrdinalIgnoreCase))
        {
            read.Report(RuntimeProblems.BadValue(read.PathOf("runStatus"), "runStatus", status, string.Join(", ", Statuses)));
        }

        if (read.Object("runError") is { } error)
        {
            error.Ignore("code", "message");
            error.Finish();
            if (!status.StartsWith('@') && !status.Equals("Failed", StringComparison.OrdinalIgnoreCase))
            {
                read.Report(RuntimeProblems.BadValue(read.PathOf("runError"), "runError", "an error", "it only with runStatus Failed"));
            }
        }

        read.Finish();
        if (reader.InLoop)
        {
            reader.Report(RuntimeProblems.Misplaced(reader.Definition.Path, reader.Definition.Name, "a Terminate cannot stand in a loop."));
        }
    }

    /// <inheritdoc/>
    public Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        var evaluated = (JObject)context.EvaluateInputs(inputs);
        var status = Statuses.FirstOrDefault(known => known.Equals(evaluated["runStatus"]?.ToString(), StringComparison.OrdinalIgnoreCase));
        if (status is null)
        {
            return Task.FromResult(ActionResult.Failure("BadRequest", "InvalidRunStatus", $"The run status '{evaluated["runStatus"]}' is not one of {string.Join(", ", Statuses)}."));
        }

        var end = new JObject { ["status"] = status, ["code"] = "Terminated" };
        if (evaluated["runError"] is JObject error)
        {
            end["error"] = error.DeepClone();
        }

        return Task.FromResult(ActionResult.Success() with { EndsRun = end });
    }
}
