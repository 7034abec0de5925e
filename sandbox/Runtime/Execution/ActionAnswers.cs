using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Execution;

/// <summary>Calls of waiting actions. Inferred: the cloud's answers to calls that come too late are not published.</summary>
internal static class ActionAnswers
{
    public static async Task<TriggerResponse> TakeAsync(EngineServices services, string run, string action, string repetition, TriggerRequest request)
    {
        if (services.Waiting.Find(run, action, repetition) is { } waiting)
        {
            await waiting.AnswerAsync(Outputs(request));
            return new TriggerResponse(200, new Dictionary<string, string>(), null, run);
        }

        return services.Store.FindRun(run) is { IsFinished: false }
            ? Refused(503, "ActionNotWaiting", $"The action '{action}' of the run '{run}' does not wait at the moment.", ("Retry-After", "5"))
            : Refused(404, "WorkflowRunNotFound", $"No action '{action}' of a run '{run}' waits for a call.");
    }

    private static JObject Outputs(TriggerRequest request)
    {
        var outputs = new JObject { ["statusCode"] = 200, ["headers"] = new JObject(request.Headers.Select(header => new JProperty(header.Key, header.Value))) };
        if (request.Body is not null)
        {
            outputs["body"] = request.Body.DeepClone();
        }

        return outputs;
    }

    private static TriggerResponse Refused(int status, string code, string message, params (string Name, string Value)[] headers) =>
        new(status, headers.ToDictionary(header => header.Name, header => header.Value), new JObject { ["error"] = ActionResult.ErrorOf(code, message) }, null);
}
