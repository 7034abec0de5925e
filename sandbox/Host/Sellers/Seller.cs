using System.Globalization;
using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;

namespace B2BConnector.Host.Sellers;

/// <summary>A seller at work: standard Sales actions over the Web API, each looked at before it is done.</summary>
internal sealed class Seller(DemoHttp sales)
{
    private const string Api = "/api/data/v9.2";
    private string? _view;

    /// <summary>The rows of the view <i>All Commerce B2B Leads</i>.</summary>
    public async Task<IReadOnlyList<JsonObject>> CommerceLeadsAsync(CancellationToken stop)
    {
        _view ??= (string?)(await sales.ListAsync($"{Api}/savedqueries?$select=savedqueryid&$filter=name eq 'All Commerce B2B Leads'", stop)).SingleOrDefault()?["savedqueryid"]
            ?? throw new SandboxFailure("Sales has no view All Commerce B2B Leads: solution/core is not what the demo expects.");
        return await sales.ListAsync($"{Api}/leads?savedQuery={_view}", stop);
    }

    /// <summary>Does what the sample says. Safe to call again after an interruption.</summary>
    public async Task ActAsync(SellerAction action, string leadId, CancellationToken stop)
    {
        var lead = await sales.GetAsync($"{Api}/leads({leadId})?$select=statecode,companyname,_qualifyingopportunityid_value,_parentaccountid_value,_parentcontactid_value,b2b_legalentity,b2b_prospectid", stop);
        var open = (int)lead["statecode"]! == 0;
        switch (action)
        {
            case SellerAction.Disqualify when open:
                await sales.PatchAsync($"{Api}/leads({leadId})", new JsonObject { ["statecode"] = 2, ["statuscode"] = 6 }, stop);
                break;
            case SellerAction.QualifyAndWin or SellerAction.QualifyAndLose:
                if (open)
                {
                    await QualifyAsync(lead, leadId, stop);
                }

                await CloseAsync(lead, action == SellerAction.QualifyAndWin, stop);
                break;
            default:
                break;
        }
    }

    private Task<JsonObject> QualifyAsync(JsonObject lead, string leadId, CancellationToken stop) =>
        sales.PostAsync(
            $"{Api}/leads({leadId})/Microsoft.Dynamics.CRM.QualifyLead",
            new JsonObject
            {
                ["CreateAccount"] = (string?)lead["_parentaccountid_value"] is null,
                ["CreateContact"] = (string?)lead["_parentcontactid_value"] is null,
                ["CreateOpportunity"] = true,
                ["Status"] = 3,
            },
            stop);

    private async Task CloseAsync(JsonObject lead, bool won, CancellationToken stop)
    {
        var filter = $"b2b_legalentity eq '{(string)lead["b2b_legalentity"]!}' and b2b_prospectid eq '{(string)lead["b2b_prospectid"]!}' and statecode eq 0";
        foreach (var opportunity in await sales.ListAsync($"{Api}/opportunities?$select=opportunityid&$filter={Uri.EscapeDataString(filter)}", stop))
        {
            var close = new JsonObject
            {
                ["subject"] = won ? "Won" : "Lost",
                ["opportunityid@odata.bind"] = $"/opportunities({(string)opportunity["opportunityid"]!})",
            };
            if (won)
            {
                close["actualrevenue"] = 1000;
                close["actualend"] = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            }

            await sales.PostAsync($"{Api}/{(won ? "WinOpportunity" : "LoseOpportunity")}", new JsonObject { ["Status"] = won ? 3 : 4, ["OpportunityClose"] = close }, stop);
        }
    }
}
