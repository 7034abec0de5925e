using System.Globalization;
using System.Text.Json.Nodes;
using B2BConnector.Connector.Tests.Contract;
using B2BConnector.Connector.Tests.Support;

namespace B2BConnector.Connector.Tests.Generated;

/// <summary>Requests as the contract wants them, from which the odd and the wrong ones are made.</summary>
internal sealed class PlainRequests(CheckedInContract contract, ConnectorUnderTest subject)
{
    private readonly BodyLabel _label = new(contract);
    private int _number;

    public CheckedInContract Contract => contract;

    public BodyLabel Label => _label;

    public static JsonObject? BodySchema(CheckedInContract contract, ContractOperation operation) =>
        contract.Parameters(operation).FirstOrDefault(parameter => parameter["in"]!.ToString() == "body")?["schema"]!.AsObject() is { } schema ? contract.Resolve(schema) : null;

    /// <summary>A call that succeeds when <paramref name="fresh"/>; otherwise one whose only fault is the one that is put into it.</summary>
    public GeneratedRequest Of(ContractOperation operation, SeededChoices choices, bool fresh)
    {
        var path = operation.Path;
        foreach (var parameter in contract.Parameters(operation).Where(parameter => parameter["in"]!.ToString() == "path"))
        {
            var name = parameter["name"]!.ToString();
            path = path.Replace("{" + name + "}", Uri.EscapeDataString(PathValue(operation, name, parameter, choices, fresh)), StringComparison.Ordinal);
        }

        var request = new GeneratedRequest(operation, path) { Key = TestConfiguration.AllRolesKey };
        return BodySchema(contract, operation) is { } schema ? request.With(Body(schema, choices)) : request;
    }

    /// <summary>Required fields always, the others now and then.</summary>
    public JsonObject Body(JsonObject schema, SeededChoices choices)
    {
        var required = schema["required"]?.AsArray().Select(name => name!.ToString()).ToHashSet() ?? [];
        var body = new JsonObject();
        foreach (var (name, property) in schema["properties"]!.AsObject().Where(pair => ConnectorUnderTest.CanBeSent(pair.Key)))
        {
            if (required.Contains(name) || name == "legalEntity" || choices.Hits(40))
            {
                body[name] = Value(name, contract.Resolve(property!.AsObject()), choices);
            }
        }

        if (body.Count == 0)
        {
            var (name, property) = schema["properties"]!.AsObject().First(pair => ConnectorUnderTest.CanBeSent(pair.Key));
            body[name] = Value(name, contract.Resolve(property!.AsObject()), choices);
        }

        return body;
    }

    private JsonNode Value(string name, JsonObject rules, SeededChoices choices)
    {
        if (name == "legalEntity")
        {
            return ConnectorUnderTest.LegalEntity;
        }

        if (rules["x-ms-notification-url"] is not null)
        {
            return ConnectorUnderTest.Callback + Number();
        }

        return rules["type"]!.ToString() switch
        {
            "object" => Body(rules, choices),
            "boolean" => choices.Hits(50),
            "integer" => choices.Between(1, 900),
            "number" => decimal.Parse($"{choices.Below(90)}.{choices.Below(90)}", CultureInfo.InvariantCulture),
            _ => rules["enum"] is JsonArray symbols ? choices.Of(symbols.ToList())!.DeepClone() : Text(rules),
        };
    }

    /// <summary>The first of some everyday texts that the contract takes.</summary>
    private JsonNode Text(JsonObject rules) =>
        new[] { $"ann{Number()}@fabrikam.example", $"Fabrikam {Number()}", "NLD", "12" }
            .Where(text => rules["pattern"]?.ToString().Contains('@', StringComparison.Ordinal) != true == !text.Contains('@', StringComparison.Ordinal))
            .First(text => _label.Of(rules, JsonValue.Create(text)) == true);

    private string PathValue(ContractOperation operation, string name, JsonObject parameter, SeededChoices choices, bool fresh) => name switch
    {
        "legalEntity" => ConnectorUnderTest.LegalEntity,
        "prospectId" => operation.Id switch
        {
            "ApproveProspect" => ConnectorUnderTest.Approved,
            "EnsureCustomers" or "RejectProspect" when fresh => subject.AddProspect(),
            _ => ConnectorUnderTest.Pending,
        },
        "customerAccount" => ConnectorUnderTest.Organization,
        "partyNumber" => ConnectorUnderTest.User,
        "token" => subject.Token,
        _ => choices.Of(parameter["enum"]!.AsArray().ToList())!.ToString(),
    };

    private string Number() => (++_number).ToString(CultureInfo.InvariantCulture);
}
