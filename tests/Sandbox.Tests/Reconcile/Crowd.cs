using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;

namespace B2BConnector.Sandbox.Tests.Reconcile;

/// <summary>Many prospects, made and acted on by people in no virtual time.</summary>
internal sealed class Crowd(DemoSystems systems)
{
    private const string Api = "/api/data/v9.2";
    private const int SideBySide = 8;

    public List<CrowdMember> Members { get; } = [];

    /// <summary>Requests that become pending prospects.</summary>
    public async Task SubmitAsync(params IReadOnlyList<(Unheard Unheard, int Count)> kinds)
    {
        List<CrowdMember> members = [.. kinds.SelectMany(kind => Enumerable.Repeat(kind.Unheard, kind.Count)).Select((unheard, index) => new CrowdMember(Members.Count + index, unheard))];
        await EachAsync(members, member => systems.SubmitAsync(new Sample(member.Email, member.Channel, false, member.Request, SellerAction.LeaveOpen, "Pending", "Open"), CancellationToken.None));
        await systems.RunJobAsync("P-0001", CancellationToken.None);
        await systems.RunJobAsync("synchronize", CancellationToken.None);
        var prospects = (await systems.Headquarters.ListAsync("/data/Prospects?cross-company=true&$select=dataAreaId,ProspectId,PrimaryEmailAddress", CancellationToken.None))
            .ToDictionary(row => (string)row["PrimaryEmailAddress"]!, StringComparer.OrdinalIgnoreCase);
        foreach (var member in members)
        {
            (member.LegalEntity, member.ProspectId) = (((string)prospects[member.Email]["dataAreaId"]!).ToLowerInvariant(), (string)prospects[member.Email]["ProspectId"]!);
        }

        Members.AddRange(members);
    }

    /// <summary>Everybody does what the plan says; whoever has no lead yet has none.</summary>
    public async Task ActAsync()
    {
        var leads = (await systems.Sales.ListAsync($"{Api}/leads?$select=leadid,b2b_legalentity,b2b_prospectid", CancellationToken.None))
            .ToDictionary(row => $"{(string?)row["b2b_legalentity"]}:{(string?)row["b2b_prospectid"]}", row => (string)row["leadid"]!, StringComparer.OrdinalIgnoreCase);
        Members.ForEach(member => member.LeadId = leads.GetValueOrDefault(member.Key));
        await EachAsync(Members, ActAsync);
    }

    private Task ActAsync(CrowdMember member) => member.Unheard switch
    {
        Unheard.NoteLost => LoseNoteAsync(member),
        Unheard.Qualified => QualifyAsync(member),
        Unheard.Won => CloseAsync(member, "WinOpportunity", 3),
        Unheard.Lost => CloseAsync(member, "LoseOpportunity", 4),
        Unheard.Disqualified => systems.Sales.PatchAsync($"{Api}/leads({member.LeadId})", new JsonObject { ["statecode"] = 2, ["statuscode"] = 6 }, CancellationToken.None),
        Unheard.ApprovedInHeadquarters or Unheard.RejectedInHeadquarters => systems.Headquarters.PatchAsync(
            $"/data/Prospects(dataAreaId='{member.LegalEntity}',ProspectId='{member.ProspectId}')?cross-company=true",
            new JsonObject { ["B2BProspectStatus"] = member.Status },
            CancellationToken.None),
        _ => Task.CompletedTask,
    };

    private async Task LoseNoteAsync(CrowdMember member)
    {
        foreach (var note in await systems.Sales.ListAsync($"{Api}/annotations?$select=annotationid&$filter=_objectid_value eq {member.LeadId}", CancellationToken.None))
        {
            await systems.Sales.DeleteAsync($"{Api}/annotations({(string)note["annotationid"]!})", CancellationToken.None);
        }
    }

    private async Task<string> QualifyAsync(CrowdMember member)
    {
        var made = await systems.Sales.PostAsync(
            $"{Api}/leads({member.LeadId})/Microsoft.Dynamics.CRM.QualifyLead",
            new JsonObject { ["CreateAccount"] = true, ["CreateContact"] = true, ["CreateOpportunity"] = true, ["Status"] = 3 },
            CancellationToken.None);
        return made["value"]!.AsArray().Select(row => (string?)row!["opportunityid"]).OfType<string>().Single();
    }

    private async Task CloseAsync(CrowdMember member, string message, int status)
    {
        var opportunity = await QualifyAsync(member);
        var close = new JsonObject { ["subject"] = "Closed", ["opportunityid@odata.bind"] = $"/opportunities({opportunity})" };
        await systems.Sales.PostAsync($"{Api}/{message}", new JsonObject { ["Status"] = status, ["OpportunityClose"] = close }, CancellationToken.None);
    }

    private static Task EachAsync(IEnumerable<CrowdMember> members, Func<CrowdMember, Task> act) =>
        Parallel.ForEachAsync(members, new ParallelOptions { MaxDegreeOfParallelism = SideBySide }, async (member, _) => await act(member));
}
