using System.Globalization;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Actions.Response;

/// <summary>Answers the caller of the run; skipped when nobody waits.</summary>
[ActionType("Response", Secure = SecureParts.Inputs)]
public sealed class ResponseAction : IAction
{
    private Template inputs = null!;

    /// <summary>The caller got 202 and the address where it finds this answer.</summary>
    public bool IsAsynchronous { get; private set; }

    /// <inheritdoc/>
    public void Read(ActionReader reader)
    {
        IsAsynchronous = reader.Options("Asynchronous").Contains("Asynchronous");
        var read = reader.Inputs();
        read.Ignore("statusCode", "headers", "body", "schema");
        read.Finish();
        if (read.Take("statusCode") is { Type: JTokenType.Integer } status && (int)status is < 200 or > 599 or (>= 300 and < 400))
        {
            read.Report(RuntimeProblems.BadValue(read.PathOf("statusCode"), "statusCode", status.ToString(), "a status of 2xx, 4xx or 5xx"));
        }

        inputs = reader.Json.NeedTemplate("inputs");
        if (reader.InLoop)
        {
            reader.Report(RuntimeProblems.Misplaced(reader.Definition.Path, reader.Definition.Name, "a Response cannot stand in a loop."));
        }

        if (reader.Workflow.Trigger is { Type: var trigger } && trigger.Length > 0 && !trigger.Equals("Request", StringComparison.OrdinalIgnoreCase))
        {
            reader.Report(RuntimeProblems.Misplaced(reader.Definition.Path, reader.Definition.Name, "a Response needs a Request trigger."));
        }
    }

    /// <inheritdoc/>
    public Task<ActionResult> ExecuteAsync(ActionContext context, CancellationToken cancellation)
    {
        if (!context.Run.Answer.IsAwaited)
        {
            return Task.FromResult(new ActionResult(ActionStatus.Skipped, "ActionResponseSkipped")
            {
                Error = ActionResult.ErrorOf("ActionResponseSkipped", AzureMessages.NobodyWaits(context.Definition.Name)),
            });
        }

        var evaluated = (JObject)context.EvaluateInputs(inputs).DeepClone();
        evaluated.Remove("schema");
        var status = evaluated["statusCode"] is { Type: not JTokenType.Null } given ? Number(given) : 200;
        if (status is null)
        {
            return Task.FromResult(ActionResult.Failure("BadRequest", "InvalidResponseStatusCode", $"The status code '{evaluated["statusCode"]}' of the response is not valid."));
        }

        evaluated["statusCode"] = status;
        return Task.FromResult(ActionResult.Success(evaluated, "OK") with { Response = evaluated });
    }

    private static int? Number(JToken given) =>
        int.TryParse(given.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 200 and <= 599 ? number : null;
}
