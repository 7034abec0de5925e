using Newtonsoft.Json.Linq;

namespace B2BConnector.OData.Json;

/// <summary>Response bodies of OData 4.0 in JSON, members in the order real services write them.</summary>
public static class ODataBody
{
    /// <summary>A page of rows. <paramref name="annotations"/> (for example the total count annotations of Dataverse) stand before <c>value</c>.</summary>
    public static JObject Collection(string context, IEnumerable<JObject> rows, long? count = null, string? nextLink = null, JObject? annotations = null)
    {
        var body = new JObject { ["@odata.context"] = context };
        if (count is { } total) body["@odata.count"] = total;
        foreach (var annotation in annotations?.Properties() ?? []) body[annotation.Name] = annotation.Value;
        body["value"] = new JArray(rows);
        if (nextLink is not null) body["@odata.nextLink"] = nextLink;
        return body;
    }

    /// <summary>The row itself with its context first: it becomes the body.</summary>
    public static JObject Entity(string context, JObject row)
    {
        row.AddFirst(new JProperty("@odata.context", context));
        return row;
    }

    /// <summary><c>{"error":{"code","message"}}</c> with optional further members.</summary>
    public static JObject Error(string code, string message, JObject? more = null)
    {
        var error = new JObject { ["code"] = code, ["message"] = message };
        foreach (var member in more?.Properties() ?? []) error[member.Name] = member.Value;
        return new JObject { ["error"] = error };
    }

    /// <summary>A copy of the row with only the named columns and its annotations (<c>@odata.etag</c>, <c>x@…</c> of a kept column). An empty selection keeps all.</summary>
    public static JObject Project(JObject row, IReadOnlyCollection<string> select)
    {
        if (select.Count == 0) return (JObject)row.DeepClone();
        var kept = new JObject();
        foreach (var member in row.Properties())
        {
            var at = member.Name.IndexOf('@');
            if (at == 0 || select.Contains(at < 0 ? member.Name : member.Name[..at])) kept[member.Name] = member.Value.DeepClone();
        }
        return kept;
    }
}
