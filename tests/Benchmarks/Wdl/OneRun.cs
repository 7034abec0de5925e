using B2BConnector.Wdl;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Benchmarks.Wdl;

/// <summary>A run with a trigger and one action, both done.</summary>
internal sealed class OneRun() : EvaluationContext(TimeProvider.System, () => Guid.Empty, new Random(1))
{
    private readonly JObject _trigger = Parse("""
        {
          "name": "When_a_prospect_is_created", "status": "Succeeded", "startTime": "2026-03-05T14:07:09.1234567Z",
          "outputs": {
            "headers": { "Content-Type": "application/json" },
            "body": {
              "prospectId": "P-000417", "legalEntity": "usrt", "status": "Pending", "createdDateTime": "2026-03-05T14:07:09Z", "employees": 120,
              "tradeName": "", "customer": { "name": "Contoso", "address": { "street": "1 Main St", "city": "Seattle", "country": "USA" } }
            }
          }
        }
        """);

    private readonly JObject _action = Parse("""
        { "name": "Get_prospect", "status": "Succeeded", "outputs": { "statusCode": 200, "headers": {}, "body": { "organizationName": "Contoso Retail", "status": "Pending" } } }
        """);

    public override JToken Trigger() => _trigger;

    public override JToken Action(string name) => name == "Get_prospect" ? _action : base.Action(name);

    private static JObject Parse(string json) => JsonConvert.DeserializeObject<JObject>(json, new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;
}
