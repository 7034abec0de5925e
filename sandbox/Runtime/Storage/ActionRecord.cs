using B2BConnector.Runtime.Definitions;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Storage;

/// <summary>What is stored of one execution of an action, or of one iteration of a loop.</summary>
internal sealed class ActionRecord
{
    private readonly Lazy<JObject> view;

    public ActionRecord() => view = new Lazy<JObject>(BuildView);

    public required string Name { get; init; }

    /// <summary>Iterations around it: "" or "000003-000000", the outermost first.</summary>
    public required string Path { get; init; }

    /// <summary>True for the record of one iteration; then <see cref="Name"/> is the loop's and <see cref="Path"/> ends with its index.</summary>
    public bool IsIteration { get; init; }

    public required DateTimeOffset Start { get; init; }

    public required string TrackingId { get; init; }

    public required string ClientTrackingId { get; init; }

    public ActionStatus Status { get; init; } = ActionStatus.Running;

    public string? Code { get; init; }

    public JObject? Error { get; init; }

    public JToken? Inputs { get; init; }

    public JToken? Outputs { get; init; }

    public DateTimeOffset? End { get; init; }

    public JToken? TrackedProperties { get; init; }

    public JArray? Retries { get; init; }

    /// <summary>Calls that it made, when there were several: [{start, end, request, response?, error?}].</summary>
    public JArray? Requests { get; init; }

    /// <summary>Iterations of a loop that ended.</summary>
    public int? Iterations { get; init; }

    /// <summary>Items of a Foreach.</summary>
    public int? Items { get; init; }

    /// <summary>"inputs", "outputs" or both: what the history must not show.</summary>
    public string? Secured { get; init; }

    /// <summary>What an unfinished action needs to go on after a restart.</summary>
    public JObject? Progress { get; init; }

    public bool IsFinished => Status is not (ActionStatus.Running or ActionStatus.Waiting);

    /// <summary>The record as expressions see it; read only.</summary>
    public JObject View => view.Value;

    public string ToJson() => JsonText.WriteObject(json =>
    {
        json.Part("start", JsonText.Time(Start));
        json.Part("tracking", TrackingId);
        json.Part("client", ClientTrackingId);
        json.Part("code", Code);
        json.Part("error", Error);
        json.Part("inputs", Inputs);
        json.Part("outputs", Outputs);
        json.Part("end", End is { } end ? JsonText.Time(end) : null);
        json.Part("tracked", TrackedProperties);
        json.Part("retries", Retries);
        json.Part("requests", Requests);
        json.Part("iterations", Iterations);
        json.Part("items", Items);
        json.Part("secured", Secured);
        json.Part("progress", Progress);
    });

    public static ActionRecord FromRow(string name, string path, bool isIteration, string status, string text)
    {
        var json = JsonText.ParseObject(text);
        return new ActionRecord
        {
            Name = name,
            Path = path,
            IsIteration = isIteration,
            Status = Enum.Parse<ActionStatus>(status),
            Start = JsonText.Time(json["start"]),
            TrackingId = (string)json["tracking"]!,
            ClientTrackingId = (string)json["client"]!,
            Code = (string?)json["code"],
            Error = json["error"] as JObject,
            Inputs = json["inputs"],
            Outputs = json["outputs"],
            End = json["end"] is { } end ? JsonText.Time(end) : null,
            TrackedProperties = json["tracked"],
            Retries = json["retries"] as JArray,
            Requests = json["requests"] as JArray,
            Iterations = (int?)json["iterations"],
            Items = (int?)json["items"],
            Secured = (string?)json["secured"],
            Progress = json["progress"] as JObject,
        };
    }

    private JObject BuildView()
    {
        // Inputs and outputs go into the tree without a copy, unless they are part of one already: the record only reads them.
        var json = new JObject { ["name"] = Name };
        if (Inputs is not null)
        {
            json["inputs"] = Inputs;
        }

        if (Outputs is not null)
        {
            json["outputs"] = Outputs;
        }

        json["startTime"] = JsonText.Time(Start);
        json.Set("endTime", End is { } end ? JsonText.Time(end) : null);
        json["trackingId"] = TrackingId;
        json["clientTrackingId"] = ClientTrackingId;
        json.Set("code", Code == "NotSpecified" ? null : Code);
        json["status"] = Status.ToString();
        json.Set("error", Error);
        return json;
    }
}
