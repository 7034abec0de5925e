using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;

namespace B2BConnector.Sandbox.Tests.Reconcile;

/// <summary>Compares both systems with what each member of a crowd must have become; every line is one mistake.</summary>
internal static class CrowdCheck
{
    private const string Api = "/api/data/v9.2";

    public static async Task<IReadOnlyList<string>> FindAsync(DemoSystems systems, Crowd crowd)
    {
        var prospects = ByKey(await systems.Headquarters.ListAsync("/data/Prospects?cross-company=true&$select=dataAreaId,ProspectId,B2BProspectStatus", CancellationToken.None), "dataAreaId", "ProspectId");
        var leads = ByKey(
            await systems.Sales.ListAsync(
                $"{Api}/leads?$select=leadid,statecode,b2b_legalentity,b2b_prospectid,b2b_prospectstatus&$expand=parentaccountid($select=b2b_customeraccount),parentcontactid($select=b2b_customeraccount)",
                CancellationToken.None),
            "b2b_legalentity",
            "b2b_prospectid");
        var notes = (await systems.Sales.ListAsync($"{Api}/annotations?$select=subject,_objectid_value", CancellationToken.None)).ToLookup(row => (string)row["_objectid_value"]!, row => (string)row["subject"]!);
        var issues = await systems.Sales.ListAsync($"{Api}/b2b_syncissues?$select=b2b_name,b2b_reason", CancellationToken.None);
        return
        [
            .. issues.Select(issue => $"issue {(string?)issue["b2b_name"]}: {(string?)issue["b2b_reason"]}"),
            .. crowd.Members.SelectMany(member => Check(member, (string)prospects[member.Key].Single()["B2BProspectStatus"]!, [.. leads[member.Key]], notes).Select(problem => $"{member}: {problem}")),
        ];
    }

    private static IEnumerable<string> Check(CrowdMember member, string status, IReadOnlyList<JsonObject> leads, ILookup<string, string> notes)
    {
        if (status != member.Status)
        {
            yield return $"Commerce says {status}";
        }

        if (leads.Count != 1)
        {
            yield return $"{leads.Count} leads";
            yield break;
        }

        var lead = leads[0];
        var mirror = (int?)lead["b2b_prospectstatus"] switch { 726000000 => "Pending", 726000001 => "Approved", 726000002 => "Rejected", _ => "none" };
        if (mirror != member.Status)
        {
            yield return $"the lead says {mirror}";
        }

        var origin = notes[(string)lead["leadid"]!].Count(subject => subject.StartsWith("Created from Commerce prospect", StringComparison.Ordinal));
        var decision = notes[(string)lead["leadid"]!].Count() - origin;
        var decided = member.Unheard is Unheard.ApprovedInHeadquarters or Unheard.RejectedInHeadquarters ? 1 : 0;
        if ((origin, decision) != (1, decided))
        {
            yield return $"{origin} notes about the origin, {decision} others";
        }

        if (member.Qualifies && (Number(lead, "parentaccountid") is null || Number(lead, "parentcontactid") is null))
        {
            yield return "no customer numbers";
        }
    }

    private static string? Number(JsonObject lead, string lookup) => (string?)lead[lookup]?["b2b_customeraccount"];

    private static ILookup<string, JsonObject> ByKey(IEnumerable<JsonObject> rows, string entity, string id) =>
        rows.ToLookup(row => $"{(string?)row[entity]}:{(string?)row[id]}", StringComparer.OrdinalIgnoreCase);
}
