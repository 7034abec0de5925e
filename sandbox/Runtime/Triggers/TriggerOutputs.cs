using B2BConnector.Runtime.Definitions;
using B2BConnector.Runtime.Execution;
using B2BConnector.Runtime.Triggers.Request;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.Triggers;

/// <summary>The outputs of a called trigger: {headers, queries?, relativePathParameters?, body?}; signature parameters are not part of them.</summary>
internal static class TriggerOutputs
{
    public static JObject? Of(TriggerDefinition trigger, TriggerRequest request, IReadOnlyList<string> signatureQueries, out TriggerResponse? refused)
    {
        refused = null;
        var outputs = new JObject { ["headers"] = Object(request.Headers) };
        var queries = request.Queries.Where(query => !signatureQueries.Contains(query.Key, StringComparer.OrdinalIgnoreCase)).ToList();
        if (queries.Count > 0)
        {
            outputs["queries"] = Object(queries);
        }

        if (trigger.Behaviour is RequestTrigger behaviour)
        {
            if (!request.Method.Equals(behaviour.Method ?? "POST", StringComparison.OrdinalIgnoreCase))
            {
                refused = TriggerAnswers.Error(405, ActionResult.ErrorOf(
                    "TriggerRequestMethodNotValid",
                    $"The HTTP method '{request.Method}' is not valid for the trigger '{trigger.Name}'; it expects '{behaviour.Method ?? "POST"}'."));
                return null;
            }

            if (!MatchPath(behaviour.RelativePath ?? "", request.RelativePath, outputs))
            {
                refused = TriggerAnswers.Error(404, ActionResult.ErrorOf("TriggerRelativePathNotValid", $"The path '{request.RelativePath}' does not match '{behaviour.RelativePath}' of trigger '{trigger.Name}'."));
                return null;
            }

            if (behaviour.Check(request.Body) is { Count: > 0 } errors)
            {
                refused = TriggerAnswers.Error(400, new JObject
                {
                    ["code"] = "TriggerInputSchemaMismatch",
                    ["message"] = $"The input body for trigger '{trigger.Name}' of type 'Request' did not match its schema definition. Error details: '{string.Join(" ", errors.Select(error => error["message"]))}'.",
                });
                return null;
            }
        }

        if (request.Body is not null)
        {
            outputs["body"] = request.Body.DeepClone();
        }

        return outputs;
    }

    private static bool MatchPath(string pattern, string path, JObject outputs)
    {
        var expected = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var actual = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (expected.Length != actual.Length)
        {
            return false;
        }

        var parameters = new JObject();
        for (var i = 0; i < expected.Length; i++)
        {
            if (expected[i].StartsWith('{') && expected[i].EndsWith('}'))
            {
                parameters[expected[i][1..^1]] = Uri.UnescapeDataString(actual[i]);
            }
            else if (!expected[i].Equals(actual[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        if (parameters.Count > 0)
        {
            outputs["relativePathParameters"] = parameters;
        }

        return true;
    }

    private static JObject Object(IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var json = new JObject();
        foreach (var (name, value) in pairs)
        {
            json[name] = value;
        }

        return json;
    }
}
