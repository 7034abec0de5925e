using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.History;

/// <summary>One page of a list: {value: [...], nextLink?}.</summary>
internal static class Page
{
    /// <param name="rows">The page and, if there is more, one entry beyond it.</param>
    /// <param name="request">What was asked for.</param>
    public static JObject Of(IReadOnlyList<JObject> rows, PageRequest request)
    {
        var page = new JObject { ["value"] = new JArray(rows.Take(request.Size)) };
        if (rows.Count > request.Size && request.Self is { } self)
        {
            page["nextLink"] = $"{self}{(self.Contains('?') ? '&' : '?')}$skiptoken={request.Skip + request.Size}";
        }

        return page;
    }

    /// <summary>The whole list unless a page was asked for: clients of repetitions read no further pages (LogicAppUnit).</summary>
    public static JObject All(IEnumerable<JObject> all, PageRequest request) =>
        request.Top is null && request.Skip == 0 ? new JObject { ["value"] = new JArray(all) } : Cut(all, request);

    /// <summary>A page of a list that is complete in memory.</summary>
    public static JObject Cut(IEnumerable<JObject> all, PageRequest request) => Of([.. all.Skip(request.Skip).Take(request.Size + 1)], request);
}
