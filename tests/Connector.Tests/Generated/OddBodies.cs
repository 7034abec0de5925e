using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Bodies that the contract allows and that nobody types; null where an operation has no place for them.</summary>
internal sealed class OddBodies(PlainRequests plain)
{
    private static readonly string[] Numbers = ["0", "0.01", "0.1", "1e2", "1E+2", "100.00", "99999999.99", "1000000000000", "0.07", "12345678901.23", "-0", "2147483647", "1", "45.5", "-90", "90"];

    public Shot? Unicode(Shot shot, Dice dice) => Changed(shot, dice, place => OddText.Unicode(dice, dice.Between(1, Math.Min(place.Longest ?? 60, 60))));

    public Shot? Attack(Shot shot, Dice dice)
    {
        string? last = null;
        return Changed(shot, dice, _ => last = OddText.Attack(dice), places: 1) is { } made ? made with { Attack = last } : null;
    }

    /// <summary>As long as the contract allows, and as short.</summary>
    public Shot? Boundary(Shot shot, Dice dice) => Changed(
        shot, dice, place => dice.Hits(50) ? OddText.OfLength(dice, place.Longest ?? 1000) : place.Rules["minLength"] is null ? "" : OddText.OfLength(dice, 1));

    public Shot? Number(Shot shot, Dice dice) => Changed(shot, dice, _ => JsonNode.Parse(dice.Of(Numbers)), "integer", "number");

    /// <summary>The same JSON in another form: order, white space, escapes, nulls for what is not sent, a charset.</summary>
    public Shot? Form(Shot shot, Dice dice)
    {
        if (shot.Sent is null)
        {
            return null;
        }

        var body = new JsonObject(shot.Sent.Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        foreach (var absent in BodyPlaces.Of(plain.Contract, PlainRequests.BodySchema(plain.Contract, shot.Operation)!).Where(place => place.Path.Count == 1 && !body.ContainsKey(place.Name)))
        {
            body[absent.Name] = null;
        }

        var text = dice.Hits(50) ? body.ToJsonString(new JsonSerializerOptions { WriteIndented = true }).Replace("\n", dice.Of(["\n", "\r\n", "\t", "   \n"]), StringComparison.Ordinal) : Escaped(body.ToJsonString());
        return shot.With(body) with { Body = Encoding.UTF8.GetBytes(text), ContentType = dice.Of(["application/json", "application/json; charset=utf-8", "APPLICATION/JSON;charset=UTF-8", "application/json; charset=\"utf-8\"", "application/json;odata.metadata=none"]) };
    }

    private Shot? Changed(Shot shot, Dice dice, Func<BodyPlaces.Place, JsonNode?> value, params string[] types) => Changed(shot, dice, value, dice.Between(1, 4), types);

    private Shot? Changed(Shot shot, Dice dice, Func<BodyPlaces.Place, JsonNode?> value, int places, params string[] types)
    {
        if (shot.Sent is null)
        {
            return null;
        }

        var schema = PlainRequests.BodySchema(plain.Contract, shot.Operation)!;
        var possible = BodyPlaces.Of(plain.Contract, schema).Where(place => (types.Length == 0 ? place.Type == "string" : types.Contains(place.Type)) && IsFree(place.Name)).ToList();
        if (possible.Count == 0)
        {
            return null;
        }

        var (body, changed) = (shot.Sent, 0);
        for (var turn = 0; turn < places * 3 && changed < places; turn++)
        {
            var place = dice.Of(possible);
            var tried = Completed(schema, body.With(place, value(place)), place, dice);
            if (plain.Label.Of(schema, tried) == true)
            {
                (body, changed) = (tried, changed + 1);
            }
        }

        return changed == 0 ? null : shot.With(body);
    }

    /// <summary>An object that was made for the place may need more than the place.</summary>
    private JsonObject Completed(JsonObject schema, JsonObject body, BodyPlaces.Place place, Dice dice)
    {
        if (place.Path.Count == 2 && body[place.Path[0]] is JsonObject part && plain.Contract.Resolve(schema["properties"]![place.Path[0]]!.AsObject()) is var rules && rules["required"] is not null)
        {
            foreach (var (name, value) in plain.Body(rules, dice).Where(pair => !part.ContainsKey(pair.Key)))
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
