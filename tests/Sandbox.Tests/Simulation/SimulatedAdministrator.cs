using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>The person who reads sync issues and sets them to Retry, each a few times at most: a conflict stays, and stays visible.</summary>
/// <param name="systems">Where the issues are.</param>
/// <param name="others">Stories whose issues this person leaves alone, because somebody else has them.</param>
internal sealed class SimulatedAdministrator(DemoSystems systems, IReadOnlyCollection<SimulatedStory>? others = null)
{
    private const int Open = 726000000;
    private const int Retry = 726000001;
    private const int Most = 3;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _retried = [];
    private int _retries;

    /// <summary>How many issues were set to Retry. Counted before it is done: whoever sees what became of it sees the count, too.</summary>
    public int Retries
    {
        get
        {
            lock (_gate)
            {
                return _retries;
            }
        }
    }

    /// <summary>The ids of the issues that wait for this person.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync()
    {
        var issues = await systems.Sales.ListAsync($"/api/data/v9.2/b2b_syncissues?$select=b2b_syncissueid,b2b_legalentity,b2b_prospectid&$filter=b2b_status eq {Open}", CancellationToken.None);
        return [.. issues.Where(issue => !IsOfOthers(issue)).Select(issue => (string)issue["b2b_syncissueid"]!)];
    }

    /// <summary>Gives how many were set to Retry now.</summary>
    public async Task<int> LookAsync()
    {
        var before = Retries;
        foreach (var id in await OpenAsync())
        {
            if (Count(id))
            {
                await systems.Sales.PatchAsync($"/api/data/v9.2/b2b_syncissues({id})", new JsonObject { ["b2b_status"] = Retry }, CancellationToken.None);
            }
        }

        return Retries - before;
    }

    private bool IsOfOthers(JsonNode issue) =>
        others?.Any(story => story.Story.ProspectId == (string?)issue["b2b_prospectid"] && story.Story.LegalEntity == (string?)issue["b2b_legalentity"]) == true;

    private bool Count(string id)
    {
        lock (_gate)
        {
            var again = (_retried[id] = _retried.GetValueOrDefault(id) + 1) <= Most;
            _retries += again ? 1 : 0;
            return again;
        }
    }
}
