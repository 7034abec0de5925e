using System.Text.RegularExpressions;
using B2BConnector.Emulation;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Dataverse.Batch;

/// <summary>What the operations of one change set have made, by Content-ID: later ones refer to it as <c>$1</c> in their URL, in links and in <c>@odata.id</c>.</summary>
internal sealed partial class ContentIds
{
    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);

    public void Add(string? id, string entity)
    {
        if (id is not null && entity.Length > 0) _made[id] = entity;
    }

    /// <exception cref="DataverseFault">400: the reference comes before what it means.</exception>
    public string InUrl(string url) => Reference().Replace(url, Entity);

    /// <exception cref="DataverseFault">400: the reference comes before what it means.</exception>
    public string InBody(string body)
    {
        if (!body.Contains("\"$", StringComparison.Ordinal)) return body;
        JObject json;
        try
        {
            json = SandboxJson.ParseObject(body);
        }
        catch (JsonException)
        {
            return body; // the operation says what is wrong with it
        }
        foreach (var link in json.Descendants().OfType<JProperty>().Where(IsLink).SelectMany(Values).ToList()) link.Value = Reference().Replace((string)link!, Entity);
        return json.ToString(Formatting.None);
    }

    private static IEnumerable<JValue> Values(JProperty link) => (link.Value is JArray several ? several.Children() : link.Children()).OfType<JValue>().Where(value => value.Type == JTokenType.String);

    private static bool IsLink(JProperty member) => member.Name.EndsWith("@odata.bind", StringComparison.Ordinal) || member.Name == "@odata.id";

    private string Entity(Match reference) =>
        _made.TryGetValue(reference.Groups[1].Value, out var entity) ? entity : throw DataverseErrors.UnknownContentId("$" + reference.Groups[1].Value);

    [GeneratedRegex(@"^/?\$(\w+)(?=/|$)")]
    private static partial Regex Reference();
}
