using System.Globalization;
using B2BConnector.Runtime;
using B2BConnector.Runtime.History;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Management;

/// <summary>$top, $filter and $skiptoken of a request.</summary>
internal static class PageQuery
{
    /// <summary>Answers a list; a parameter that is not understood is 400.</summary>
    public static IResult Answer(WorkflowEngine engine, HttpContext context, Func<PageRequest, JObject?> list, string code, string message)
    {
        try
        {
            return JsonAnswer.Found(list(Read(engine, context.Request)), code, message);
        }
        catch (HistoryQueryException exception)
        {
            return JsonAnswer.Error(400, "InvalidQueryParameter", exception.Message);
        }
    }

    private static PageRequest Read(WorkflowEngine engine, HttpRequest request)
    {
        var rest = request.Query.Where(query => query.Key != "$skiptoken").SelectMany(query => query.Value, (query, value) => $"{query.Key}={Uri.EscapeDataString(value ?? "")}");
        var self = $"{engine.PublicAddress.ToString().TrimEnd('/')}{request.Path}?{string.Join('&', rest)}".TrimEnd('?');
        return new PageRequest(Number(request, "$top"), Number(request, "$skiptoken") ?? 0, request.Query["$filter"].FirstOrDefault(), self);
    }

    private static int? Number(HttpRequest request, string name)
    {
        var text = request.Query[name].FirstOrDefault();
        return text is null ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new HistoryQueryException($"'{text}' is not a valid value of {name}.");
    }
}
