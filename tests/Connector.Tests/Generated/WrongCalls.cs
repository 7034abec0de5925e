using B2BConnector.Connector.Tests.Contract;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Calls whose body is fine and whose address, headers or caller is not; null where an operation has no such thing.</summary>
internal sealed class WrongCalls(PlainRequests plain)
{
    public GeneratedRequest? NoCaller(GeneratedRequest request, SeededChoices choices) => IsOpen(request.Operation)
        ? null
        : (request with { Key = null, Status = 401 }) is var nobody && choices.Below(7) is var kind
            ? kind switch
            {
                0 => nobody,
                1 => nobody with { Key = choices.Of(["", " ", "x", "key-with-all-roles-0123456789abcdeF", TestConfiguration.AllRolesKey + "x", TestConfiguration.AllRolesKey[..^1], "' or '1' eq '1", "\u00E9"]) },
                2 => nobody with { Path = request.Path + "?X-Api-Key=" + TestConfiguration.AllRolesKey },
                3 => nobody with { Headers = [("Authorization", choices.Of(["Bearer x", "Bearer ", "Bearer eyJhbGciOiJub25lIn0.e30.", "Basic YTpi", "Bearer " + TestConfiguration.AllRolesKey, "ApiKey " + TestConfiguration.AllRolesKey]))] },
                4 => nobody with { Headers = [("X-Api-Key", TestConfiguration.AllRolesKey), ("X-Api-Key", TestConfiguration.ReaderKey)] },
                5 => nobody with { Headers = [("Api-Key", TestConfiguration.AllRolesKey), ("Cookie", "X-Api-Key=" + TestConfiguration.AllRolesKey)] },
                _ => nobody with { Headers = [("X-MS-CLIENT-PRINCIPAL-NAME", "admin"), ("X-Forwarded-User", "admin")] },
            }
            : null;

    /// <summary>A reader does not write, and who follows events does nothing else.</summary>
    public GeneratedRequest? WrongRole(GeneratedRequest request, SeededChoices choices)
    {
        var isSubscription = request.Path.StartsWith("/subscriptions/", StringComparison.Ordinal);
        var key = request.Method == HttpMethod.Get && !isSubscription ? ConnectorUnderTest.SubscriberKey
            : isSubscription || choices.Hits(50) ? TestConfiguration.ReaderKey : ConnectorUnderTest.SubscriberKey;
        return IsOpen(request.Operation) || request.Operation.Id == "TestConnection" ? null : request with { Key = key, Status = 403 };
    }

    /// <summary>A key that nothing has, with the text of an attack in it.</summary>
    public GeneratedRequest? AttackInKey(GeneratedRequest request, SeededChoices choices)
    {
        var names = plain.Contract.Parameters(request.Operation).Where(parameter => parameter["in"]!.ToString() is "path" or "query").Select(parameter => (In: parameter["in"]!.ToString(), Name: parameter["name"]!.ToString()))

            // Who is no user any more has been removed, and a trigger takes any cursor: neither is a mistake.
            .Where(place => place.Name is not ("cursor" or "pageSize") && !(place.Name == "partyNumber" && request.Operation.Id == "RemovePartnerUser")).ToList();
        if (names.Count == 0)
        {
            return null;
        }

        var (place, name) = choices.Of(names);
        var attack = OddText.Attack(choices);
        return Replaced(request, place, name, attack) with { Attack = attack };
    }

    public GeneratedRequest? WrongQuery(GeneratedRequest request, SeededChoices choices)
    {
        var queries = plain.Contract.Parameters(request.Operation).Where(parameter => parameter["in"]!.ToString() is "query" && parameter["name"]!.ToString() != "cursor").ToList();
        if (queries.Count == 0)
        {
            return null;
        }

        var query = choices.Of(queries);
        var value = query["type"]!.ToString() == "integer"
            ? choices.Of(["0", "-1", "1001", "many", "1.5", "2147483648", "1e2", "0x10", "99999999999999999999", "\u0661"])
            : query["enum"] is not null ? choices.Of(["pending", "ALL", "1", "Pending,Approved", "Nobody", "Pending'", "-1", "\u0130"]) : choices.Of(["demx", "usrt usrt", "u", new string('u', 41), "\0", "us\nrt", "\u202Eusrt", "../usrt", "dXNydA", "cDF8dXNydHwtMQ"]);
        return Replaced(request, "query", query["name"]!.ToString(), value);
    }

    public GeneratedRequest? WrongKey(GeneratedRequest request, SeededChoices choices)
    {
        var names = plain.Contract.Parameters(request.Operation).Where(parameter => parameter["in"]!.ToString() == "path").Select(parameter => parameter["name"]!.ToString())
            .Where(name => !(name == "partyNumber" && request.Operation.Id == "RemovePartnerUser")).ToList();
        return names.Count == 0
            ? null
            : Replaced(request, "path", choices.Of(names), choices.Of(["nobody", "P-1 ", " P-1", "P\u20111", new string('P', 31), new string('P', 3000), "P-1/", "\u202EP-1", "usrt\u200B", "\uFF30-1", "P-1%", "P-1?x", "a\u0301", "\U0001F600", "P\tT", "*", "P-1,dataAreaId=demf", "\u007F"]));
    }

    public GeneratedRequest? WrongHeader(GeneratedRequest request, SeededChoices choices) =>
        plain.Contract.Parameters(request.Operation).Any(parameter => parameter["name"]!.ToString() == "Idempotency-Key")
            ? request with { Headers = choices.Hits(50) ? [("Idempotency-Key", "")] : [("Idempotency-Key", new string('k', 201 + choices.Below(3000)))] }
            : null;

    /// <summary>Routes and methods that the contract does not name.</summary>
    public GeneratedRequest? NoSuchRoute(GeneratedRequest request, SeededChoices choices)
    {
        var methods = plain.Contract.Operations.Where(operation => operation.Path == request.Operation.Path).Select(operation => operation.Method).ToHashSet();
        return choices.Below(3) switch
        {
            0 => request with { Method = new HttpMethod(choices.Of(new[] { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND" }.Where(method => !methods.Contains(method)).ToList())) },
            1 => request with { Path = request.Path + choices.Of(["/x/y/z", "/../../x/y", "/$metadata/x/y/z", "//x//y//z"]) },
            _ => request with { Path = choices.Of(["/admin", "/.env", "/swagger", "/swagger/v1/swagger.json", "/data/Prospects", "//prospects//", "/health/x", "/metrics", "/prospects/usrt/P-1/customers/x"]) },
        };
    }

    /// <summary>The one route that asks for no caller: its address is the secret.</summary>
    public static bool IsOpen(ContractOperation operation) => operation.Id == "DeleteSubscription";

    private static GeneratedRequest Replaced(GeneratedRequest request, string place, string name, string value)
    {
        var text = Uri.EscapeDataString(value);
        if (place == "query")
        {
            return request with { Path = $"{request.Path}?{Uri.EscapeDataString(name)}={text}" };
        }

        var (template, parts) = (request.Operation.Path.Split('/'), request.Path.Split('/'));
        parts[Array.IndexOf(template, "{" + name + "}")] = text;
        return request with { Path = string.Join('/', parts) };
    }
}
