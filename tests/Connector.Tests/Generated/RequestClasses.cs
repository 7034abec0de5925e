using B2BConnector.Connector.Tests.Contract;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>The classes of requests, how often each is tried, and how one is made.</summary>
internal sealed class RequestClasses
{
    private readonly List<(string Name, int Weight, bool Valid, Func<GeneratedRequest, SeededChoices, GeneratedRequest?> Make)> _classes;
    private readonly PlainRequests _plain;
    private readonly int _total;

    public RequestClasses(CheckedInContract contract, ConnectorUnderTest subject)
    {
        _plain = new PlainRequests(contract, subject);
        var (bodies, calls) = (new WrongBodies(_plain), new WrongCalls(_plain));
        var (oddBodies, oddCalls) = (new OddBodies(_plain), new OddCalls(_plain));
        _classes =
        [
            ("wrong types", 6, false, bodies.WrongType),
            ("numbers out of range", 4, false, bodies.WrongNumber),
            ("too long", 5, false, bodies.TooLong),
            ("too short", 3, false, bodies.TooShort),
            ("control characters", 4, false, bodies.ControlCharacters),
            ("patterns missed", 4, false, bodies.PatternMissed),
            ("unknown symbols", 2, false, bodies.UnknownSymbol),
            ("unknown properties", 4, false, bodies.UnknownProperty),
            ("missing properties", 3, false, bodies.Missing),
            ("deep JSON", 3, false, bodies.Deep),
            ("huge bodies", 2, false, bodies.Huge),
            ("malformed JSON", 6, false, bodies.Malformed),
            ("duplicate keys", 3, false, bodies.TwiceTheSame),
            ("content types", 4, false, bodies.WrongContentType),
            ("no caller", 5, false, calls.NoCaller),
            ("wrong role", 4, false, calls.WrongRole),
            ("attacks in keys and queries", 6, false, calls.AttackInKey),
            ("wrong queries", 4, false, calls.WrongQuery),
            ("wrong keys", 4, false, calls.WrongKey),
            ("wrong headers", 2, false, calls.WrongHeader),
            ("unknown routes", 3, false, calls.NoSuchRoute),
            ("odd: unicode", 6, true, oddBodies.Unicode),
            ("odd: attacks as text", 5, true, oddBodies.Attack),
            ("odd: lengths at the limit", 5, true, oddBodies.Boundary),
            ("odd: numbers", 3, true, oddBodies.Number),
            ("odd: forms of JSON", 4, true, oddBodies.Form),
            ("odd: addresses", 4, true, oddCalls.Address),
            ("odd: headers", 3, true, oddCalls.Header),
        ];
        _total = _classes.Sum(kind => kind.Weight);
    }

    public IEnumerable<string> Names => _classes.Select(kind => kind.Name);

    public GeneratedRequest Next(SeededChoices choices)
    {
        while (true)
        {
            var (name, _, valid, make) = Pick(choices);
            var plain = _plain.Of(choices.Of(_plain.Contract.Operations), choices, valid);
            if (make(plain, choices) is { } request && IsPlayable(request, valid))
            {
                return request with { Class = name, Valid = valid };
            }
        }
    }

    /// <summary>What succeeds only once, or leaves the subject without what others need, is no call to repeat a thousand times.</summary>
    private static bool IsPlayable(GeneratedRequest request, bool valid) => !valid || request.Operation.Id is not ("RemovePartnerUser" or "DeleteSubscription");

    private (string Name, int Weight, bool Valid, Func<GeneratedRequest, SeededChoices, GeneratedRequest?> Make) Pick(SeededChoices choices)
    {
        var at = choices.Below(_total);
        return _classes.First(kind => (at -= kind.Weight) < 0);
    }
}
