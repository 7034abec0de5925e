using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Bodies that the contract allows and that nobody types; null where an operation has no place for them.</summary>
internal sealed class OddBodies(PlainRequests plain)
{
    private static readonly string[] Numbers = ["0", "0.01", "0.1", "1e2", "1E+2", "100.00", "99999999.99", "1000000000000", "0.07", "12345678901.23", "-0", "2147483647", "1", "45.5", "-90", "90"];

    public GeneratedRequest? Unicode(GeneratedRequest request, SeededChoices choices) => Changed(request, choices, place => OddText.Unicode(choices, choices.Between(1, Math.Min(place.Longest ?? 60, 60))));

    public GeneratedRequest? Attack(GeneratedRequest request, SeededChoices choices)
    {
        string? last = null;
        return Changed(request, choices, _ => last = OddText.Attack(choices), places: 1) is { } made ? made with { Attack = last } : null;
    }

    /// <summary>As long as the contract allows, and as short.</summary>
    public GeneratedRequest? Boundary(GeneratedRequest request, SeededChoices choices) => Changed(
        request, choices, place => choices.Hits(50) ? OddText.OfLength(choices, place.Longest ?? 1000) : place.Rules["minLength"] is null ? "" : OddText.OfLength(choices, 1));

    public GeneratedRequest? Number(GeneratedRequest request, SeededChoices choices) => Changed(request, choices, _ => JsonNode.Parse(choices.Of(Numbers)), "integer", "number");

    /// <summary>The same JSON in another form: order, white space, escapes, nulls for what is not sent, a charset.</summary>
    public GeneratedRequest? Form(GeneratedRequest request, SeededChoices choices)
    {
        if (request.Sent is null)
        {
            return null;
        }

        var body = new JsonObject(request.Sent.Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        foreach (var absent in BodyPlaces.Of(plain.Contract, PlainRequests.BodySchema(plain.Contract, request.Operation)!).Where(place => place.Path.Count == 1 && !body.ContainsKey(place.Name)))
        {
            body[absent.Name] = null;
        }

        var text = choices.Hits(50) ? body.ToJsonString(new JsonSerializerOptions { WriteIndented = true }).Replace("\n", choices.Of(["\n", "\r\n", "\t", "   \n"]), StringComparison.Ordinal) : Escaped(body.ToJsonString());
        return request.With(body) with { Body = Encoding.UTF8.GetBytes(text), ContentType = choices.Of(["application/json", "application/json; charset=utf-8", "APPLICATION/JSON;charset=UTF-8", "application/json; charset=\"utf-8\"", "application/json;odata.metadata=none"]) };
    }

    private GeneratedRequest? Changed(GeneratedRequest request, SeededChoices choices, Func<BodyPlaces.Place, JsonNode?> value, params string[] types) => Changed(request, choices, value, choices.Between(1, 4), types);

    private GeneratedRequest? Changed(GeneratedRequest request, SeededChoices choices, Func<BodyPlaces.Place, JsonNode?> value, int places, params string[] types)
    {
        if (request.Sent is null)
        {
            return null;
        }

        var schema = PlainRequests.BodySchema(plain.Contract, request.Operation)!;
        var possible = BodyPlaces.Of(plain.Contract, schema).Where(place => (types.Length == 0 ? place.Type == "string" : types.Contains(place.Type)) && IsFree(place.Name)).ToList();
        if (possible.Count == 0)
        {
            return null;
        }

        var (body, changed) = (request.Sent, 0);
        for (var turn = 0; turn < places * 3 && changed < places; turn++)
        {
            var place = choices.Of(possible);
            var tried = Completed(schema, body.With(place, value(place)), place, choices);
            if (plain.Label.Of(schema, tried) == true)
            {
                (body, changed) = (tried, changed + 1);
            }
        }

        return changed == 0 ? null : request.With(body);
    }

    /// <summary>An object that was made for the place may need more than the place.</summary>
    private JsonObject Completed(JsonObject schema, JsonObject body, BodyPlaces.Place place, SeededChoices choices)
    {
        if (place.Path.Count == 2 && body[place.Path[0]] is JsonObject part && plain.Contract.Resolve(schema["properties"]![place.Path[0]]!.AsObject()) is var rules && rules["required"] is not null)
        {
            foreach (var (name, value) in plain.Body(rules, choices).Where(pair => !part.ContainsKey(pair.Key)))
            {
                part[name] = value?.DeepClone();
            }
        }

        return body;
    }

    /// <summary>Legal entity and callback name what must exist; an e-mail address is one person's, and so is the name of a new company.</summary>
    private static bool IsFree(string name) => name is not ("legalEntity" or "callbackUrl" or "email" or "currency" or "country");

    private static string Escaped(string json)
    {
        var text = new StringBuilder();
        var inside = false;
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] == '\\')
            {
                text.Append(json[at]).Append(json[++at]);
                continue;
            }

            inside ^= json[at] == '"';
            text.Append(inside && json[at] != '"' ? $"\\u{(int)json[at]:X4}" : json[at].ToString());
        }

        return text.ToString();
    }
}
