using System.Globalization;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Storage;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.History;

/// <summary>The calls of an action that made several: {startTime, endTime, request: {headers, uri, method}, response: {headers, statusCode, bodyLink}}.</summary>
public sealed class RequestQueries
{
    private readonly EngineServices services;
    private readonly RunHistory history;

    internal RequestQueries(EngineServices services, RunHistory history)
    {
        this.services = services;
        this.history = history;
    }

    /// <summary>The calls in their order; null when there is no such action.</summary>
    /// <param name="workflow">The workflow.</param>
    /// <param name="run">The run.</param>
    /// <param name="action">The action.</param>
    /// <param name="repetition">Its repetition; empty outside loops.</param>
    /// <param name="page">Which part of the list.</param>
    public JObject? List(string workflow, string run, string action, string repetition, PageRequest page) =>
        history.Record(workflow, run, action, repetition) is not { } record
            ? null
            : Page.Cut((record.Requests ?? []).Select((entry, index) => Shape(workflow, run, record, index, (JObject)entry)), page);

    /// <summary>The body that one call was answered with; null when there is none, or it is secured.</summary>
    /// <param name="run">The run.</param>
    /// <param name="action">The action.</param>
    /// <param name="repetition">Its repetition; empty outside loops.</param>
    /// <param name="request">Name of the call, "000000".</param>
    public JToken? Body(string run, string action, string repetition, string request) =>
        history.Record(null, run, action, repetition) is { Requests: { } requests } record
        && !Secure.Hides(record.Secured, "outputs")
        && int.TryParse(request, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < requests.Count
            ? requests[index]["response"]?["body"]
            : null;

    private JObject Shape(string workflow, string run, ActionRecord record, int index, JObject entry)
    {
        var name = index.ToString("D6", CultureInfo.InvariantCulture);
        var action = record.Path.Length == 0 ? record.Name : $"{record.Name}/repetitions/{record.Path}";
        var properties = new JObject { ["startTime"] = entry["start"]!.DeepClone(), ["endTime"] = entry["end"]!.DeepClone() };
        properties.Set("request", Secure.Hides(record.Secured, "inputs") ? null : entry["request"]);
        if (entry["response"] is JObject response && !Secure.Hides(record.Secured, "outputs"))
        {
            var shown = new JObject { ["headers"] = response["headers"]!.DeepClone(), ["statusCode"] = response["statusCode"]!.DeepClone() };
            if (response["body"] is { } body)
            {
                var place = $"runs/{run}/actions/{Uri.EscapeDataString(record.Name)}{(record.Path.Length == 0 ? "" : $"/repetitions/{record.Path}")}";
                shown["bodyLink"] = ContentLinks.Of(services, history.IdOf(workflow), $"{place}/requestHistories/{name}/contents/ResponseBody", body);
            }

            properties["response"] = shown;
        }

        properties.Set("error", record.Secured is null ? entry["error"] : null);
        return new JObject
        {
            ["id"] = $"/workflows/{workflow}/runs/{run}/actions/{action}/requestHistories/{name}",
            ["name"] = name,
            ["type"] = "workflows/runs/actions/requestHistories",
            ["properties"] = properties,
        };
    }
}
