using System.Globalization;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Addresses and headers that are right and look wrong; null where an operation has no place for them.</summary>
internal sealed class OddCalls(PlainRequests plain)
{
    private int _number;

    public GeneratedRequest? Address(GeneratedRequest request, SeededChoices choices)
    {
        switch (request.Operation.Id)
        {
            case "GetProspect" when choices.Hits(70):
                return request with { Path = $"/prospects/{choices.Of(["usrt", "USRT", "UsRt", "%75srt"])}/{Uri.EscapeDataString(choices.Of(ConnectorUnderTest.OddIds))}" };
            case "ListProspects":
                return request with { Path = "/prospects?" + choices.Of(["legalEntity=USRT", "legalEntity=", "status=", "pageSize=1", "pageSize=1000", "status=Rejected&legalEntity=usrt", "page=&pageSize=7", "legalEntity=%75%73%72%74", "PageSize=3", "pageSize=0005"]) };
            case "WhenProspectCreatedPolling" or "WhenProspectDecidedPolling":
                return request with { Path = $"{request.Path}?cursor={Uri.EscapeDataString(choices.Of([OddText.Attack(choices), OddText.Unicode(choices, 30), "\0", "dDF8", new string('A', 2000), "%", "t1|prospect.created|0|0|0"]))}&source={choices.Of(["", "All", "Commerce"])}" };
            case "WhenProspectCreated" or "WhenProspectDecided":
                return request with { Path = request.Path + choices.Of(["?legalEntity=", "?source=", "?source=All&legalEntity=DEMF", "?legalEntity=USRT"]) };
            default:
                return request.Path.Contains("/usrt/", StringComparison.Ordinal) ? request with { Path = request.Path.Replace("/usrt/", choices.Of(["/USRT/", "/uSrT/", "/%55SRT/"]), StringComparison.Ordinal) } : null;
        }
    }

    public GeneratedRequest? Header(GeneratedRequest request, SeededChoices choices)
    {
        var takesKey = plain.Contract.Parameters(request.Operation).Any(parameter => parameter["name"]!.ToString() == "Idempotency-Key");
        if (takesKey && choices.Hits(70))
        {
            var number = (++_number).ToString(CultureInfo.InvariantCulture);
            return request with { Headers = [("Idempotency-Key", choices.Of(["'; DROP TABLE Answers;-- ", "a b\tc ", "{}[]\"", new string('k', 190), "0", "../../x "]) + number)] };
        }

        return request with
        {
            Headers = [choices.Of(new[]
            {
                ("Accept", "text/html"), ("Accept", "application/xml;q=0.1"), ("Accept-Language", "zz-ZZ"), ("Accept-Encoding", "identity, gzip, bogus"), ("If-Match", "\"x\""), ("Prefer", "return=minimal"), ("X-HTTP-Method-Override", "DELETE"),
                ("Range", "bytes=0-1"), ("X-Odd", new string('h', 4000)), ("Origin", "https://elsewhere.example"), ("Cookie", "a=b; a=c; =;"), ("X-Original-URL", "/health"), ("Forwarded", "host=elsewhere.example"), ("Cache-Control", "only-if-cached"),
            })],
        };
    }
}
