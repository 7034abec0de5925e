using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Contract;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Bodies that the contract forbids; null where an operation has nothing that can be wrong in this way.</summary>
internal sealed class WrongBodies(PlainRequests plain)
{
    private static readonly string[] Numbers = ["-1", "1.5", "2147483648", "-2147483649", "1e2", "1e400", "-1e400", "99999999999999999999", "1.0", "0.5e1", "1000000000000.01", "-0.01", "181", "-180.5", "1e15"];

    public GeneratedRequest? WrongType(GeneratedRequest request, SeededChoices choices) => Mutated(request, choices, place => place.Type switch
    {
        "string" => choices.Of<JsonNode>([1, true, new JsonArray("a"), new JsonObject { ["a"] = 1 }, 1.5]),
        "object" => choices.Of<JsonNode>(["text", 7, false, new JsonArray()]),
        "boolean" => choices.Of<JsonNode>(["true", 1, "yes", new JsonArray(true)]),
        _ => choices.Of<JsonNode>(["12", "many", true, new JsonObject(), new JsonArray(1)]),
    });

    public GeneratedRequest? WrongNumber(GeneratedRequest request, SeededChoices choices) => Mutated(request, choices, _ => JsonNode.Parse(choices.Of(Numbers)), place => place.Type is "integer" or "number");

    public GeneratedRequest? TooLong(GeneratedRequest request, SeededChoices choices) => Mutated(
        request, choices, place => OddText.OfLength(choices, place.Longest!.Value + choices.Of([1, 1, 1, 2, 10, 5000])), place => place.Longest is not null);

    public GeneratedRequest? TooShort(GeneratedRequest request, SeededChoices choices) => Mutated(
        request, choices, _ => choices.Of(["", " ", "\t", "\u00A0\u3000", "\r\n"]), place => place.Rules["minLength"] is not null);

    public GeneratedRequest? ControlCharacters(GeneratedRequest request, SeededChoices choices) => Mutated(request, choices, _ => OddText.Control(choices), place => place.Type == "string");

    public GeneratedRequest? PatternMissed(GeneratedRequest request, SeededChoices choices) => Mutated(
        request, choices, _ => choices.Of(["no address", "a@b@c", "@", "a@", "@b", "a b@c", "NL", "1LD", "<b>", "N\u0142D", "12a", "\uFF11\uFF12", "a@b c", "NLD\n", "12\n"]), place => place.Rules["pattern"] is not null);

    public GeneratedRequest? UnknownSymbol(GeneratedRequest request, SeededChoices choices)
    {
        var schema = PlainRequests.BodySchema(plain.Contract, request.Operation);
        return schema?["properties"]?["role"] is null ? null : Labelled(request, With(request, "role", choices.Of(["Owner", "admin", "USER", "0", "", "User,Admin"])));
    }

    public GeneratedRequest? UnknownProperty(GeneratedRequest request, SeededChoices choices) => request.Sent is null
        ? null
        : Labelled(request, With(request, choices.Of(["shoeSize", "$type", "__proto__", "constructor", "id", "", "status", "prospectId ", "e\u0301mail", "@odata.etag", "dataAreaId"]), choices.Of<JsonNode>(["x", 1, true, new JsonObject()])));

    public GeneratedRequest? Missing(GeneratedRequest request, SeededChoices choices)
    {
        var required = PlainRequests.BodySchema(plain.Contract, request.Operation)?["required"]?.AsArray();
        if (required is null || request.Sent is null)
        {
            return null;
        }

        var body = request.Sent.DeepClone().AsObject();
        var name = choices.Of(required.ToList())!.ToString();
        if (choices.Hits(50))
        {
            body.Remove(name);
        }
        else
        {
            body[name] = null;
        }

        return Labelled(request, body);
    }

    /// <summary>More levels than any body of the contract has, at the top, in a known or in an unknown property.</summary>
    public GeneratedRequest? Deep(GeneratedRequest request, SeededChoices choices)
    {
        if (request.Sent is null)
        {
            return null;
        }

        var levels = choices.Of([12, 15, 16, 17, 64, 65, 1000, 20_000]);
        var (open, close) = choices.Hits(50) ? ("[", "]") : ("{\"a\":", "}");
        var nest = string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));
        var name = choices.Of([.. request.Sent.Select(pair => pair.Key), "more"]);
        return request.Raw(choices.Hits(20) ? "[" + nest + "]" : $"{{\"{name}\":{nest}}}");
    }

    /// <summary>More than 1 MB, or as much as is read and longer than any field.</summary>
    public GeneratedRequest? Huge(GeneratedRequest request, SeededChoices choices) => request.Sent is null
        ? null
        : choices.Hits(10)
            ? request.Raw("{\"comments\":\"" + new string('x', ConnectorApp.MaxRequestBytes + choices.Below(100_000)) + "\"}") with { Status = 413 }
            : request.Raw(choices.Of(["{\"comments\":\"" + new string('x', 60_000) + "\"}", "{\"a\":[" + string.Join(',', Enumerable.Repeat("1", 20_000)) + "]}", "{" + string.Join(',', Enumerable.Range(0, 3_000).Select(number => $"\"p{number}\":1")) + "}", new string(' ', 100_000) + "{\"reason\":\"" + new string('\u4E2D', 20_000) + "\"}"]));

    public GeneratedRequest? Malformed(GeneratedRequest request, SeededChoices choices)
    {
        if (request.Body is null)
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(request.Body);
        return choices.Below(9) switch
        {
            0 => request with { Body = request.Body[..choices.Between(1, request.Body.Length - 1)] },
            1 => request.Raw(text + choices.Of(["}", "x", ",{}", "{}", "\0", "]"])),
            2 => request.Raw(text[..^1] + ",}"),
            3 => request.Raw(text.Replace('"', '\'')),
            4 => request.Raw(choices.Of(["NaN", "undefined", "[]", "\"{}\"", "1", "true", "{]", "{\"a\" 1}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":.5}", "{\"a\":0x1}", "\uFEFF\uFEFF{}"])),
            5 => request.Raw(text.Insert(1, choices.Of(["/* c */", "// c\n"]))),
            6 => request.Raw(text.Insert(text.IndexOf('"', StringComparison.Ordinal) + 1, choices.Of(["\\ud800", "\\udc00\\ud800", "\\x41", "\\u12", "\n", "\u0001"]))),
            7 => request with { Body = InsertInText(request.Body, choices.Of<byte[]>([[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82]])) },
            _ => request with { Body = Encoding.Unicode.GetBytes(text) },
        };
    }

    public GeneratedRequest? TwiceTheSame(GeneratedRequest request, SeededChoices choices)
    {
        if (request.Sent is null)
        {
            return null;
        }

        var (name, value) = choices.Of(request.Sent.ToList());
        var text = request.Sent.ToJsonString();
        return request.Raw(choices.Hits(50) ? $"{text[..^1]},\"{name}\":{value?.ToJsonString() ?? "null"}}}" : $"{{\"{name}\":null,{text[1..]}");
    }

    public GeneratedRequest? WrongContentType(GeneratedRequest request, SeededChoices choices)
    {
        if (request.Sent is null)
        {
            return null;
        }

        if (choices.Hits(10))
        {
            return request with { Body = Zipped(request.Body!), Headers = [("Content-Encoding", "gzip")] };
        }

        return request with
        {
            ContentType = choices.Of([null, "text/plain", "text/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/octet-stream", "application/jsonp", "text/html; charset=utf-8", "application/json; charset=bogus", "application/json; charset=utf-7", "%%%", "json", "application/json, text/plain"]),
        };
    }

    private GeneratedRequest? Mutated(GeneratedRequest request, SeededChoices choices, Func<BodyPlaces.Place, JsonNode?> value, Func<BodyPlaces.Place, bool>? where = null)
    {
        if (request.Sent is null || PlainRequests.BodySchema(plain.Contract, request.Operation) is not { } schema)
        {
            return null;
        }

        var places = BodyPlaces.Of(plain.Contract, schema).Where(place => where?.Invoke(place) != false).ToList();
        if (places.Count == 0)
        {
            return null;
        }

        var place = choices.Of(places);
        return Labelled(request, request.Sent.With(place, value(place)));
    }

    private static JsonObject With(GeneratedRequest request, string name, JsonNode value)
    {
        var body = request.Sent!.DeepClone().AsObject();
        body[name] = value;
        return body;
    }

    /// <summary>Sent only when the contract calls it invalid; by chance it may be fine.</summary>
    private GeneratedRequest? Labelled(GeneratedRequest request, JsonObject body) => plain.Label.Of(PlainRequests.BodySchema(plain.Contract, request.Operation)!, body) == false ? request.With(body) : null;

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
