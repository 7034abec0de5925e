using System.Globalization;
using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Outbound;

/// <summary>What a call gave: an answer, or the reason why there is none.</summary>
internal sealed record HttpAnswer
{
    public HttpAnswer(int status, JObject headers, JToken? body)
    {
        Status = status;
        Headers = headers;
        Body = body;
    }

    public HttpAnswer(JObject error) => Error = error;

    public int Status { get; }

    public JObject Headers { get; } = [];

    /// <summary>Null when the answer has no body.</summary>
    public JToken? Body { get; }

    /// <summary>{code, message} when no answer came.</summary>
    public JObject? Error { get; }

    /// <summary>What was sent, without its body; null when nothing was.</summary>
    public HttpRequestMessage? Request { get; init; }

    public DateTimeOffset Started { get; init; }

    public DateTimeOffset Ended { get; init; }

    public string Code => Error is null ? StatusNames.Of(Status) : (string)Error["code"]!;

    public bool IsRetriable => Error is not null || Status is 408 or 429 or >= 500;

    /// <summary>Seconds or a date.</summary>
    public TimeSpan? RetryAfter(DateTimeOffset now)
    {
        var text = Header("Retry-After");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return TimeSpan.FromSeconds(seconds);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date > now ? date - now : TimeSpan.Zero
            : null;
    }

    public string? Header(string name) => (string?)Headers.GetValue(name, StringComparison.OrdinalIgnoreCase);

    public JObject Outputs()
    {
        var outputs = new JObject { ["statusCode"] = Status, ["headers"] = Headers.DeepClone() };
        if (Body is not null)
        {
            outputs["body"] = Body.DeepClone();
        }

        return outputs;
    }

    /// <summary>What a trigger that polls gives.</summary>
    public JObject OutputsWithoutStatus()
    {
        var outputs = Outputs();
        outputs.Remove("statusCode");
        return outputs;
    }

    /// <summary>Failed from 400 on, without an error object: the outputs say what happened.</summary>
    public ActionResult ToResult(DateTimeOffset now) => Error is not null
        ? new ActionResult(ActionStatus.Failed, Code) { Error = Error, Retriable = true }
        : new ActionResult(Status < 400 ? ActionStatus.Succeeded : ActionStatus.Failed, Code)
        {
            Outputs = Outputs(),
            Retriable = IsRetriable,
            RetryAfter = RetryAfter(now),
        };
}
