using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Outbound;

/// <summary>
/// The requests of one action, for its request history. Inferred: kept when there is more than one, by retries or by polling; of many, the last.
/// Bodies of requests are the action's inputs, and credentials are nobody's business.
/// </summary>
internal sealed class RequestLog(JArray? earlier)
{
    private const int Kept = 100;
    private readonly List<HttpAnswer> answers = [];

    public void Add(HttpAnswer answer)
    {
        if (answer.Request is not null)
        {
            answers.Add(answer);
        }
    }

    /// <summary>What is stored: [{start, end, request, response?, error?}], also after a restart.</summary>
    /// <param name="isFinished">False while more requests may follow.</param>
    public JArray? ToJson(bool isFinished)
    {
        var count = answers.Count + (earlier?.Count ?? 0);
        return count == 0 || (isFinished && count == 1)
            ? null
            : new JArray((earlier ?? []).Select(entry => entry.DeepClone()).Concat(answers.Select(Entry)).TakeLast(Kept));
    }

    private static JObject Entry(HttpAnswer answer)
    {
        var request = answer.Request!;
        var headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? []).Where(header => header.Key != "Authorization");
        var entry = new JObject
        {
            ["start"] = JsonText.Time(answer.Started),
            ["end"] = JsonText.Time(answer.Ended),
            ["request"] = new JObject
            {
                ["headers"] = new JObject(headers.Select(header => new JProperty(header.Key, string.Join(", ", header.Value)))),
                ["uri"] = request.RequestUri!.AbsoluteUri,
                ["method"] = request.Method.Method,
            },
        };
        if (answer.Error is null)
        {
            entry["response"] = answer.Outputs();
        }
        else
        {
            entry["error"] = answer.Error.DeepClone();
        }

        return entry;
    }
}
