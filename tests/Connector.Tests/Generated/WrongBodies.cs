using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Contract;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Bodies that the contract forbids; null where an operation has nothing that can be wrong in this way.</summary>
internal sealed class WrongBodies(PlainRequests plain)
{
    private static readonly string[] Numbers = ["-1", "1.5", "2147483648", "-2147483649", "1e2", "1e400", "-1e400", "99999999999999999999", "1.0", "0.5e1", "1000000000000.01", "-0.01", "181", "-180.5", "1e15"];

    public Shot? WrongType(Shot shot, Dice dice) => Mutated(shot, dice, place => place.Type switch
    {
        "string" => dice.Of<JsonNode>([1, true, new JsonArray("a"), new JsonObject { ["a"] = 1 }, 1.5]),
        "object" => dice.Of<JsonNode>(["text", 7, false, new JsonArray()]),
        "boolean" => dice.Of<JsonNode>(["true", 1, "yes", new JsonArray(true)]),
        _ => dice.Of<JsonNode>(["12", "many", true, new JsonObject(), new JsonArray(1)]),
    });

    public Shot? WrongNumber(Shot shot, Dice dice) => Mutated(shot, dice, _ => JsonNode.Parse(dice.Of(Numbers)), place => place.Type is "integer" or "number");

    public Shot? TooLong(Shot shot, Dice dice) => Mutated(
        shot, dice, place => OddText.OfLength(dice, place.Longest!.Value + dice.Of([1, 1, 1, 2, 10, 5000])), place => place.Longest is not null);

    public Shot? TooShort(Shot shot, Dice dice) => Mutated(
        shot, dice, _ => dice.Of(["", " ", "\t", "\u00A0\u3000", "\r\n"]), place => place.Rules["minLength"] is not null);

    public Shot? ControlCharacters(Shot shot, Dice dice) => Mutated(shot, dice, _ => OddText.Control(dice), place => place.Type == "string");

    public Shot? PatternMissed(Shot shot, Dice dice) => Mutated(
        shot, dice, _ => dice.Of(["no address", "a@b@c", "@", "a@", "@b", "a b@c", "NL", "1LD", "<b>", "N\u0142D", "12a", "\uFF11\uFF12", "a@b c", "NLD\n", "12\n"]), place => place.Rules["pattern"] is not null);

    public Shot? UnknownSymbol(Shot shot, Dice dice)
    {
        var schema = PlainRequests.BodySchema(plain.Contract, shot.Operation);
        return schema?["properties"]?["role"] is null ? null : Labelled(shot, With(shot, "role", dice.Of(["Owner", "admin", "USER", "0", "", "User,Admin"])));
    }

    public Shot? UnknownProperty(Shot shot, Dice dice) => shot.Sent is null
        ? null
        : Labelled(shot, With(shot, dice.Of(["shoeSize", "$type", "__proto__", "constructor", "id", "", "status", "prospectId ", "e\u0301mail", "@odata.etag", "dataAreaId"]), dice.Of<JsonNode>(["x", 1, true, new JsonObject()])));

    public Shot? Missing(Shot shot, Dice dice)
    {
        var required = PlainRequests.BodySchema(plain.Contract, shot.Operation)?["required"]?.AsArray();
        if (required is null || shot.Sent is null)
        {
            return null;
        }

        var body = shot.Sent.DeepClone().AsObject();
        var name = dice.Of(required.ToList())!.ToString();
        if (dice.Hits(50))
        {
            body.Remove(name);
        }
        else
        {
            body[name] = null;
        }

        return Labelled(shot, body);
    }

    /// <summary>More levels than any body of the contract has, at the top, in a known or in an unknown property.</summary>
    public Shot? Deep(Shot shot, Dice dice)
    {
        if (shot.Sent is null)
        {
            return null;
        }

        var levels = dice.Of([12, 15, 16, 17, 64, 65, 1000, 20_000]);
        var (open, close) = dice.Hits(50) ? ("[", "]") : ("{\"a\":", "}");
        var nest = string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));
        var name = dice.Of([.. shot.Sent.Select(pair => pair.Key), "more"]);
        return shot.Raw(dice.Hits(20) ? "[" + nest + "]" : $"{{\"{name}\":{nest}}}");
    }

    /// <summary>More than 1 MB, or as much as is read and longer than any field.</summary>
    public Shot? Huge(Shot shot, Dice dice) => shot.Sent is null
        ? null
        : dice.Hits(10)
            ? shot.Raw("{\"comments\":\"" + new string('x', ConnectorApp.MaxRequestBytes + dice.Below(100_000)) + "\"}") with { Status = 413 }
            : shot.Raw(dice.Of(["{\"comments\":\"" + new string('x', 60_000) + "\"}", "{\"a\":[" + string.Join(',', Enumerable.Repeat("1", 20_000)) + "]}", "{" + string.Join(',', Enumerable.Range(0, 3_000).Select(number => $"\"p{number}\":1")) + "}", new string(' ', 100_000) + "{\"reason\":\"" + new string('\u4E2D', 20_000) + "\"}"]));

    public Shot? Malformed(Shot shot, Dice dice)
    {
        if (shot.Body is null)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(shot.Body);
        return dice.Below(9) switch
        {
            0 => shot with { Body = shot.Body[..dice.Between(1, shot.Body.Length - 1)] },
            1 => shot.Raw(text + dice.Of(["}", "x", ",{}", "{}", "\0", "]"])),
            2 => shot.Raw(text[..^1] + ",}"),
            3 => shot.Raw(text.Replace('"', '\'')),
            4 => shot.Raw(dice.Of(["NaN", "undefined", "[]", "\"{}\"", "1", "true", "{]", "{\"a\" 1}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":.5}", "{\"a\":0x1}", "\uFEFF\uFEFF{}"])),
            5 => shot.Raw(text.Insert(1, dice.Of(["/* c */", "// c\n"]))),
            6 => shot.Raw(text.Insert(text.IndexOf('"', StringComparison.Ordinal) + 1, dice.Of(["\\ud800", "\\udc00\\ud800", "\\x41", "\\u12", "\n", "\u0001"]))),
            7 => shot with { Body = InsertInText(shot.Body, dice.Of<byte[]>([[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]])) },
            _ => shot with { Body = Encoding.Unicode.GetBytes(text) },
        };
    }

    public Shot? TwiceTheSame(Shot shot, Dice dice)
    {
        if (shot.Sent is null)
        {
            return null;
        }

        var (name, value) = dice.Of(shot.Sent.ToList());
        var text = shot.Sent.ToJsonString();
        return shot.Raw(dice.Hits(50) ? $"{text[..^1]},\"{name}\":{value?.ToJsonString() ?? "null"}}}" : $"{{\"{name}\":null,{text[1..]}");
    }

    public Shot? WrongContentType(Shot shot, Dice dice)
    {
        if (shot.Sent is null)
        {
            return null;
        }

        if (dice.Hits(10))
        {
            return shot with { Body = Zipped(shot.Body!), Headers = [("Content-Encoding", "gzip")] };
        }

        return shot with
        {
            ContentType = dice.Of([null, "text/plain", "text/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/octet-stream", "application/jsonp", "text/html; charset=utf-8", "application/json; charset=bogus", "application/json; charset=utf-7", "%%%", "json", "application/json, text/plain"]),
        };
    }

    private Shot? Mutated(Shot shot, Dice dice, Func<BodyPlaces.Place, JsonNode?> value, Func<BodyPlaces.Place, bool>? where = null)
    {
        if (shot.Sent is null || PlainRequests.BodySchema(plain.Contract, shot.Operation) is not { } schema)
        {
            return null;
        }

        var places = BodyPlaces.Of(plain.Contract, schema).Where(place => where?.Invoke(place) != false).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var place = dice.Of(places);
        return Labelled(shot, shot.Sent.With(place, value(place)));
    }

    private static JsonObject With(Shot shot, string name, JsonNode value)
    {
        var body = shot.Sent!.DeepClone().AsObject();
        body[name] = value;
        return body;
    }

    /// <summary>Sent only when the contract calls it invalid; by chance it may be fine.</summary>
    private Shot? Labelled(Shot shot, JsonObject body) => plain.Label.Of(PlainRequests.BodySchema(plain.Contract, shot.Operation)!, body) == false ? shot.With(body) : null;

    private static byte[] InsertInText(byte[] body, byte[] wrong)
    {
        var at = Array.IndexOf(body, (byte)'"') + 1;
        return [.. body[..at], .. wrong, .. body[at..]];
    }

    private static byte[] Zipped(byte[] body)
    {
        using var buffer = new MemoryStream();
        using (var zip = new GZipStream(buffer, CompressionLevel.Fastest))
        {
            zip.Write(body);
        }

        return buffer.ToArray();
    }
}
