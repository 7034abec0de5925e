using B2BConnector.Runtime.Scripts;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Workflows.Tests.Scripts;

public sealed class DecideFromSalesRowsTests
{
    private const int Open = 0, Qualified = 1, Disqualified = 2, Won = 1, Lost = 2;

    [Theory]
    [InlineData("approve", Qualified, new[] { Won })]
    [InlineData("approve", Qualified, new[] { Lost, Won })] // won anywhere wins, in either order
    [InlineData("approve", Qualified, new[] { Won, Lost })]
    [InlineData("approve", Qualified, new[] { Won, Open })]
    [InlineData("reject", Qualified, new[] { Lost })]
    [InlineData("reject", Qualified, new[] { Lost, Lost })]
    [InlineData("wait", Qualified, new[] { Lost, Open })] // a sibling is still open
    [InlineData("wait", Qualified, new[] { Open })]
    [InlineData("wait", Qualified, new int[0])] // qualified without an opportunity (X9)
    [InlineData("wait", Open, new int[0])] // reopened before the event was read
    [InlineData("reject", Disqualified, new int[0])]
    [InlineData("approve", Disqualified, new[] { Won })]
    public async Task Decision_OfLeadAndOpportunities_FollowsFromTheirStates(string expected, int lead, int[] opportunities)
    {
        var body = await DecideAsync(LeadRow(lead), opportunities);

        Assert.Equal(expected, (string?)body["decision"]);
    }

    [Fact]
    public async Task Decision_LeadMergedIntoAnother_IsNoRejection()
    {
        var lead = LeadRow(Disqualified);
        lead["merged"] = true;

        var result = await RunAsync(lead, []);
        Assert.Contains("was merged into another one", result.Error, StringComparison.Ordinal);
        Assert.Equal("approve", (string?)(await DecideAsync(lead, [Won]))["decision"]);
    }

    [Theory]
    [InlineData(true, "C-1", "C-2")]
    [InlineData(false, "C-1", null)]
    [InlineData(false, null, "C-2")]
    public async Task CustomersKnown_NumbersOnAccountAndContact_NeedsBoth(bool expected, string? account, string? contact)
    {
        var lead = LeadRow(Qualified);
        lead["parentaccountid"] = new JObject { ["b2b_customeraccount"] = account };
        lead["parentcontactid"] = new JObject { ["b2b_customeraccount"] = contact };

        Assert.Equal(expected, (bool?)(await DecideAsync(lead, [Won]))["customersKnown"]);
    }

    /// <summary>The lead comes along with an opportunity that was made from it, or is read by itself.</summary>
    [Fact]
    public async Task Lead_CameWithAnOpportunity_IsThatOne()
    {
        var lead = LeadRow(Qualified);
        lead["parentaccountid"] = new JObject { ["b2b_customeraccount"] = "C-1" };
        lead["parentcontactid"] = new JObject { ["b2b_customeraccount"] = "C-2" };

        var result = await RunAsync(null, [Won], new JObject { ["originatingleadid"] = lead });

        Assert.Null(result.Error);
        Assert.Equal(("approve", true), ((string?)result.Body!["decision"], (bool?)result.Body!["customersKnown"]));
    }

    private static JObject LeadRow(int state) => new() { ["statecode"] = state, ["merged"] = null, ["parentaccountid"] = null, ["parentcontactid"] = null };

    private static async Task<JToken> DecideAsync(JObject lead, int[] opportunities)
    {
        var result = await RunAsync(lead, opportunities);
        Assert.Null(result.Error);
        return result.Body!;
    }

    private static Task<ScriptResult> RunAsync(JObject? lead, int[] opportunities, params JObject[] withLead)
    {
        var rows = new JObject { ["value"] = new JArray(opportunities.Select(state => new JObject { ["statecode"] = state })) };
        return ScriptRunner.RunAsync(
            "decide-prospect", "decide_from_sales_rows.csx", ("Read_lead", lead), ("List_opportunities_of_prospect", rows), ("Opportunities_of_its_lead", new JArray(withLead.AsEnumerable())));
    }
}
