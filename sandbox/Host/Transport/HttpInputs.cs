using B2BConnector.Wdl;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Host.Transport;

/// <summary>Inputs of plain calls, in the order in which the designer writes them.</summary>
internal static class HttpInputs
{
    private static readonly string[] Known = ["host", "method", "path", "headers", "queries", "body", "retryPolicy"];

    public static JObject Of(JObject inputs, string method, HttpTarget target)
    {
        var http = new JObject { ["method"] = method.ToUpperInvariant(), ["uri"] = target.Uri };
        Copy(inputs, target, http);
        return http;
    }

    /// <summary>What a plain call has from the call of the connector.</summary>
    public static void Copy(JObject inputs, HttpTarget target, JObject http)
    {
        foreach (var (name, value) in new (string, JToken?)[]
        {
            ("headers", target.Headers), ("queries", inputs["queries"]), ("body", inputs["body"]), ("authentication", target.Authentication), ("retryPolicy", inputs["retryPolicy"]),
        })
        {
            if (value is not null)
            {
                http[name] = value.DeepClone();
            }
        }
    }

    public static void CheckNames(JObject inputs, ICollection<Problem> problems)
    {
        foreach (var other in inputs.Properties().Where(property => !Known.Contains(property.Name)))
        {
            problems.Add(TransportProblems.OnlyManaged(other.Value.Path, other.Name));
        }
    }
}
