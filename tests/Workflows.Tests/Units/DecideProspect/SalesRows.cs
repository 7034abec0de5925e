using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.Units.DecideProspect;

/// <summary>What Sales says of a prospect: its opportunities, each with the lead that it came from.</summary>
internal static class SalesRows
{
    public const int Open = 0;
    public const int Won = 1;
    public const int Lost = 2;

    public const string NoOpportunity = """{"value":[]}""";

    public static string Opportunities(bool withCustomers, params int[] states) => new JObject
    {
        ["value"] = new JArray(states.Select(state => new JObject
        {
            ["opportunityid"] = "0a5f0a52-0c6d-4d0b-8b0e-0d1f6f1d2b01",
            ["statecode"] = state,
            ["originatingleadid"] = Lead(withCustomers),
        })),
    }.ToString();

    private static JObject Lead(bool withCustomers) => new()
    {
        ["leadid"] = "7e8f1a52-0c6d-4d0b-8b0e-0d1f6f1d2a01",
        ["b2b_legalentity"] = "usrt",
        ["b2b_prospectid"] = "P-000042",
        ["statecode"] = 1,
        ["merged"] = false,
        ["parentaccountid"] = new JObject { ["b2b_customeraccount"] = withCustomers ? "US-101" : null },
        ["parentcontactid"] = new JObject { ["b2b_customeraccount"] = withCustomers ? "US-102" : null },
    };
}
