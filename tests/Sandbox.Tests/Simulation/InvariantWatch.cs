using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>What must hold at every moment and not only at the end: one lead at most, no decision without its reason, none reversed.</summary>
internal sealed class InvariantWatch(DemoSystems systems, IReadOnlyList<SimulatedStory> stories)
{
    private const string Api = "/api/data/v9.2";
    private readonly Dictionary<string, string> _decided = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _problems = [];

    public IReadOnlyCollection<string> Problems => _problems;

    public async Task LookAsync()
    {
        // Commerce first: what Sales says afterwards can only be more.
        var prospects = await systems.Headquarters.ListAsync("/data/Prospects?cross-company=true&$select=dataAreaId,ProspectId,B2BProspectStatus", CancellationToken.None);
        var leads = (await systems.Sales.ListAsync($"{Api}/leads?$select=leadid,statecode,b2b_legalentity,b2b_prospectid", CancellationToken.None)).ToLookup(KeyOf, StringComparer.OrdinalIgnoreCase);
        var opportunities = (await systems.Sales.ListAsync($"{Api}/opportunities?$select=statecode,b2b_legalentity,b2b_prospectid", CancellationToken.None)).ToLookup(KeyOf, StringComparer.OrdinalIgnoreCase);
        var byKey = stories.Where(story => story.Story.ProspectId is not null).ToDictionary(story => story.Story.Key, StringComparer.OrdinalIgnoreCase);
        foreach (var prospect in prospects)
        {
            var key = $"{(string?)prospect["dataAreaId"]}:{(string?)prospect["ProspectId"]}";
            var status = (string)prospect["B2BProspectStatus"]!;
            if (leads[key].Count() > 1)
            {
                _problems.Add($"I1 {key}: {leads[key].Count()} leads");
            }

            if (_decided.TryGetValue(key, out var before) && before != status)
            {
                _problems.Add($"I5 {key}: was {before}, is {status}");
            }

            if (status is not ("Approved" or "Rejected"))
            {
                continue;
            }

            _decided[key] = status;
            var inHeadquarters = byKey.GetValueOrDefault(key)?.Headquarters == (status == "Approved" ? HeadquartersAction.Approve : HeadquartersAction.Reject);
            var states = opportunities[key].Select(row => (int)row["statecode"]!).ToList();
            if (status == "Approved" && !inHeadquarters && !states.Contains(1))
            {
                _problems.Add($"I3 {key}: approved, but nothing is won");
            }

            if (status == "Rejected" && !inHeadquarters && !states.Contains(2) && !leads[key].Any(lead => (int)lead["statecode"]! == 2))
            {
                _problems.Add($"I4 {key}: rejected, but nothing is lost or disqualified");
            }
        }
    }

    private static string KeyOf(JsonObject row) => $"{(string?)row["b2b_legalentity"]}:{(string?)row["b2b_prospectid"]}";
}
