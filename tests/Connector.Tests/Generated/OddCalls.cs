using System.Globalization;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Addresses and headers that are right and look wrong; null where an operation has no place for them.</summary>
internal sealed class OddCalls(PlainRequests plain)
{
    private int _number;

    public Shot? Address(Shot shot, Dice dice)
    {
        switch (shot.Operation.Id)
        {
            case "GetProspect" when dice.Hits(70):
                return shot with { Path = $"/prospects/{dice.Of(["usrt", "USRT", "UsRt", "%75srt"])}/{Uri.EscapeDataString(dice.Of(World.OddIds))}" };
            case "ListProspects":
                return shot with { Path = "/prospects?" + dice.Of(["legalEntity=USRT", "legalEntity=", "status=", "pageSize=1", "pageSize=1000", "status=Rejected&legalEntity=usrt", "page=&pageSize=7", "legalEntity=%75%73%72%74", "PageSize=3", "pageSize=0005"]) };
            case "WhenProspectCreatedPolling" or "WhenProspectDecidedPolling":
                return shot with { Path = $"{shot.Path}?cursor={Uri.EscapeDataString(dice.Of([OddText.Attack(dice), OddText.Unicode(dice, 30), "\0", "dDF8", new string('A', 2000), "%", "t1|prospect.created|0|0|0"]))}&source={dice.Of(["", "All", "Commerce"])}" };
            case "WhenProspectCreated" or "WhenProspectDecided":
                return shot with { Path = shot.Path + dice.Of(["?legalEntity=", "?source=", "?source=All&legalEntity=DEMF", "?legalEntity=USRT"]) };
            default:
                return shot.Path.Contains("/usrt/", StringComparison.Ordinal) ? shot with { Path = shot.Path.Replace("/usrt/", dice.Of(["/USRT/", "/uSrT/", "/%55SRT/"]), StringComparison.Ordinal) } : null;
        }
    }

    public Shot? Header(Shot shot, Dice dice)
    {
        var takesKey = plain.Contract.Parameters(shot.Operation).Any(parameter => parameter["name"]!.ToString() == "Idempotency-Key");
        if (takesKey && dice.Hits(70))
        {
            var number = (++_number).ToString(CultureInfo.InvariantCulture);
            return shot with { Headers = [("Idempotency-Key", dice.Of(["'; DROP TABLE Answers;-- ", "a b\tc ", "{}[]\"", new string('k', 190), "0", "../../x "]) + number)] };
        }

        return shot with
        {
            Headers = [dice.Of(new[]
            {
                ("Accept", "text/html"), ("Accept", "application/xml;q=0.1"), ("Accept-Language", "zz-ZZ"), ("Accept-Encoding", "identity, gzip, bogus"), ("If-Match", "\"x\""), ("Prefer", "return=minimal"), ("X-HTTP-Method-Override", "DELETE"),
                ("Range", "bytes=0-1"), ("X-Odd", new string('h', 4000)), ("Origin", "https://elsewhere.example"), ("Cookie", "a=b; a=c; =;"), ("X-Original-URL", "/health"), ("Forwarded", "host=elsewhere.example"), ("Cache-Control", "only-if-cached"),
            })],
        };
    }
}
