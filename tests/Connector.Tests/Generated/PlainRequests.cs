using System.Globalization;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Contract;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Requests as the contract wants them, from which the odd and the wrong ones are made.</summary>
internal sealed class PlainRequests(CheckedInContract contract, World world)
{
    private readonly BodyLabel _label = new(contract);
    private int _number;

    public CheckedInContract Contract => contract;

    public BodyLabel Label => _label;

    public static JsonObject? BodySchema(CheckedInContract contract, ContractOperation operation) =>
        contract.Parameters(operation).FirstOrDefault(parameter => parameter["in"]!.ToString() == "body")?["schema"]!.AsObject() is { } schema ? contract.Resolve(schema) : null;

    /// <summary>A call that succeeds when <paramref name="fresh"/>; otherwise one whose only fault is the one that is put into it.</summary>
    public Shot Of(ContractOperation operation, Dice dice, bool fresh)
    {
        var path = operation.Path;
        foreach (var parameter in contract.Parameters(operation).Where(parameter => parameter["in"]!.ToString() == "path"))
        {
            var name = parameter["name"]!.ToString();
            path = path.Replace("{" + name + "}", Uri.EscapeDataString(PathValue(operation, name, parameter, dice, fresh)), StringComparison.Ordinal);
        }

        var shot = new Shot(operation, path) { Key = TestConfiguration.AllRolesKey };
        return BodySchema(contract, operation) is { } schema ? shot.With(Body(schema, dice)) : shot;
    }

    /// <summary>Required fields always, the others now and then.</summary>
    public JsonObject Body(JsonObject schema, Dice dice)
    {
        var required = schema["required"]?.AsArray().Select(name => name!.ToString()).ToHashSet() ?? [];
        var body = new JsonObject();
        foreach (var (name, property) in schema["properties"]!.AsObject().Where(pair => World.CanBeSent(pair.Key)))
        {
            if (required.Contains(name) || name == "legalEntity" || dice.Hits(40))
            {
                body[name] = Value(name, contract.Resolve(property!.AsObject()), dice);
            }
        }

        if (body.Count == 0)
        {
            var (name, property) = schema["properties"]!.AsObject().First(pair => World.CanBeSent(pair.Key));
            body[name] = Value(name, contract.Resolve(property!.AsObject()), dice);
        }

        return body;
    }

    private JsonNode Value(string name, JsonObject rules, Dice dice)
    {
        if (name == "legalEntity")
        {
            return World.LegalEntity;
        }

        if (rules["x-ms-notification-url"] is not null)
        {
            return World.Callback + Number();
        }

        return rules["type"]!.ToString() switch
        {
            "object" => Body(rules, dice),
            "boolean" => dice.Hits(50),
            "integer" => dice.Between(1, 900),
            "number" => decimal.Parse($"{dice.Below(90)}.{dice.Below(90)}", CultureInfo.InvariantCulture),
            _ => rules["enum"] is JsonArray symbols ? dice.Of(symbols.ToList())!.DeepClone() : Text(rules),
        };
    }

    /// <summary>The first of some everyday texts that the contract takes.</summary>
    private JsonNode Text(JsonObject rules) =>
        new[] { $"ann{Number()}@fabrikam.example", $"Fabrikam {Number()}", "NLD", "12" }
            .Where(text => rules["pattern"]?.ToString().Contains('@', StringComparison.Ordinal) != true == !text.Contains('@', StringComparison.Ordinal))
            .First(text => _label.Of(rules, JsonValue.Create(text)) == true);

    private string PathValue(ContractOperation operation, string name, JsonObject parameter, Dice dice, bool fresh) => name switch
    {
        "legalEntity" => World.LegalEntity,
        "prospectId" => operation.Id switch
        {
            "ApproveProspect" => World.Approved,
            "EnsureCustomers" or "RejectProspect" when fresh => world.AddProspect(),
            _ => World.Pending,
        },
        "customerAccount" => World.Organization,
        "partyNumber" => World.User,
        "token" => world.Token,
        _ => dice.Of(parameter["enum"]!.AsArray().ToList())!.ToString(),
    };

    private string Number() => (++_number).ToString(CultureInfo.InvariantCulture);
}
