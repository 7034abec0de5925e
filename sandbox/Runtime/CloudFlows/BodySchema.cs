using Newtonsoft.Json.Linq;

namespace B2BConnector.Runtime.CloudFlows;

/// <summary>The schema of a body or of a part of it, references followed.</summary>
internal sealed record BodySchema(JObject Json)
{
    private JObject? Properties => Json["properties"] as JObject;

    private bool IsOpen => Properties is null || Json.ContainsKey("x-ms-dynamic-properties") || Json.ContainsKey("x-ms-dynamic-schema") || Json["additionalProperties"] is JObject or JValue { Value: true };

    public static BodySchema Of(OperationParameter parameter) => new(parameter.Json["schema"] as JObject ?? []);

    /// <summary>True when the schema has, or may have, a part of that name (<c>address/city</c>).</summary>
    public bool Knows(ReadOnlySpan<string> path) =>
        path.IsEmpty || (Properties?[path[0]] is JObject part ? new BodySchema(part).Knows(path[1..]) : IsOpen);

    /// <summary>Puts what makers do not see where they gave nothing.</summary>
    public void Fill(JObject body)
    {
        var required = (Json["required"] as JArray)?.Select(name => (string?)name).ToHashSet() ?? [];
        foreach (var property in Properties?.Properties() ?? [])
        {
            if (property.Value is not JObject declared || body.ContainsKey(property.Name))
            {
                if (body[property.Name] is JObject inner && property.Value is JObject part)
                {
                    new BodySchema(part).Fill(inner);
                }
            }
            else if (declared["default"] is { } value && (required.Contains(property.Name) || (string?)declared["x-ms-visibility"] == "internal"))
            {
                body[property.Name] = value.DeepClone();
            }
        }
    }

    public IReadOnlyList<string>? NotificationUrl()
    {
        foreach (var property in Properties?.Properties() ?? [])
        {
            if (property.Value is JObject part)
            {
                if ((bool?)part["x-ms-notification-url"] == true)
                {
                    return [property.Name];
                }

                if (new BodySchema(part).NotificationUrl() is { } inner)
                {
                    return [property.Name, .. inner];
                }
            }
        }

        return null;
    }
}
