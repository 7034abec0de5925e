using B2BConnector.Runtime.Definitions;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>Final status of a run: what ended it, or the leaf rule over its actions.</summary>
internal static class RunEnd
{
    public static void Apply(LiveRun run, ActionStatus status)
    {
        var record = run.Record;
        record.End = run.Services.Clock.Now;
        if (record.Ended is { } ended)
        {
            record.Status = Enum.Parse<ActionStatus>((string)ended["status"]!);
            record.Code = (string?)ended["code"];
            record.Error = ended["error"] as JObject;
            return;
        }

        record.Status = status;
        if (status != ActionStatus.Succeeded)
        {
            record.Code = "ActionFailed";
            record.Error = ActionResult.ErrorOf("ActionFailed", AzureMessages.BlockFailed);
        }
        else if (run.Definition.Outputs is { } outputs)
        {
            Evaluate(run, outputs);
        }
    }

    private static void Evaluate(LiveRun run, Template outputs)
    {
        try
        {
            run.Record.Outputs = outputs.Evaluate(new RunEvaluation(run, IterationPath.Root));
        }
        catch (WdlException exception)
        {
            run.Record.Status = ActionStatus.Failed;
            run.Record.Code = WdlException.InvalidTemplate;
            run.Record.Error = ActionResult.ErrorOf(WdlException.InvalidTemplate, exception.Message);
        }
    }
}
