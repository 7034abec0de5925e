using System.Text.Json.Nodes;
using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>What Sales has of one prospect.</summary>
internal static class SalesReader
{
    private const string LeadColumns = "leadid,statecode,statuscode,createdon,modifiedon,b2b_prospectstatus,b2b_hierarchyid,b2b_duplicaterequest";
    private const string Customers = "parentaccountid($select=accountid,name,createdon,b2b_customeraccount),parentcontactid($select=contactid,createdon,b2b_customeraccount)";

    public static async Task<StoryData> ReadAsync(ConsoleSystems systems, ProspectKey key, CancellationToken stop)
    {
        var leads = await systems.SalesRowsAsync("leads", $"{LeadColumns}&$expand={Customers}", key.SalesFilter, stop);
        var opportunities = await systems.SalesRowsAsync("opportunities", "opportunityid,statecode,createdon,modifiedon,actualvalue", key.SalesFilter, stop);
        var issues = await systems.SalesRowsAsync("b2b_syncissues", "b2b_step,b2b_reason,b2b_remedy,b2b_runid,b2b_attempts,b2b_status,createdon,modifiedon", key.SalesFilter, stop);
        var closes = new List<JsonObject>();
        foreach (var opportunity in opportunities.Where(row => row.Number("statecode") > 0))
        {
            closes.AddRange(await systems.SalesRowsAsync("opportunitycloses", "subject,createdon,_opportunityid_value", $"_opportunityid_value eq {opportunity.Text("opportunityid")}", stop));
        }

        var lead = leads.FirstOrDefault();
        return new StoryData(key)
        {
            Lead = lead,
            Leads = leads.Count,
            Notes = lead is null ? [] : await systems.SalesRowsAsync("annotations", "subject,createdon", $"_objectid_value eq {lead.Text("leadid")}", stop),
            Opportunities = opportunities,
            Closes = closes,
            Issues = [.. issues.Select(Issue)],
        };
    }

    private static IssueView Issue(JsonObject row) => new(
        row.Text("b2b_step") ?? "", row.Text("b2b_reason") ?? "", row.Text("b2b_remedy") ?? "", row.Text("b2b_runid"), row.Number("b2b_attempts"),
        SalesStates.Issue(row), row.Time("createdon"), row.Time("modifiedon"));
}
