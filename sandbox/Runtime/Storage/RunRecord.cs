using B2BConnector.Runtime.Definitions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Storage;

/// <summary>What is stored of a run besides its actions.</summary>
internal sealed class RunRecord
{
    public required string Id { get; init; }

    public required string Workflow { get; init; }

    public required string Version { get; init; }

    public required string CorrelationId { get; init; }

    public required string ClientTrackingId { get; init; }

    public required DateTimeOffset Start { get; init; }

    /// <summary>The trigger's record as expressions see it.</summary>
    public required JObject Trigger { get; init; }

    /// <summary>{run, action, path} of the Workflow action that waits for this run; null for all others.</summary>
    public JObject? Parent { get; init; }

    /// <summary>True when the caller got its answer before the run began, so that no Response is waited for.</summary>
    public bool Answered { get; init; }

    /// <summary>"inputs", "outputs" or both: what the history must not show of the trigger.</summary>
    public string? Secured { get; init; }

    public ActionStatus Status { get; set; } = ActionStatus.Running;

    public string? Code { get; set; }

    public JObject? Error { get; set; }

    public DateTimeOffset? End { get; set; }

    /// <summary>{statusCode, headers, body} of the Response action.</summary>
    public JObject? Response { get; set; }

    /// <summary>{status, code, error} once a Terminate action or a person has ended the run.</summary>
    public JObject? Ended { get; set; }

    public JToken? Outputs { get; set; }

    public bool IsFinished => Status is not (ActionStatus.Running or ActionStatus.Waiting);

    public string ToJson() => JsonText.WriteObject(json =>
    {
        json.Part("version", Version);
        json.Part("correlation", CorrelationId);
        json.Part("tracking", ClientTrackingId);
        json.Part("trigger", Trigger);
        json.Part("parent", Parent);
        json.Part("answered", Answered ? new JValue(true) : null);
        json.Part("secured", Secured);
        json.Part("code", Code);
        json.Part("error", Error);
        json.Part("end", End is { } end ? JsonText.Time(end) : null);
        json.Part("response", Response);
        json.Part("ended", Ended);
        json.Part("outputs", Outputs);
    });

    public static RunRecord FromRow(string id, string workflow, string status, string start, string text)
    {
        var json = JsonText.ParseObject(text);
        return new RunRecord
        {
            Id = id,
            Workflow = workflow,
            Status = Enum.Parse<ActionStatus>(status),
            Start = JsonText.Time(start),
            Version = (string)json["version"]!,
            CorrelationId = (string)json["correlation"]!,
            ClientTrackingId = (string)json["tracking"]!,
            Trigger = (JObject)json["trigger"]!,
            Parent = json["parent"] as JObject,
            Answered = json["answered"] is not null,
            Secured = (string?)json["secured"],
            Code = (string?)json["code"],
            Error = json["error"] as JObject,
            End = json["end"] is { } end ? JsonText.Time(end) : null,
            Response = json["response"] as JObject,
            Ended = json["ended"] as JObject,
            Outputs = json["outputs"],
        };
    }
}
