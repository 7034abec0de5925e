using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;

namespace B2BConnector.Workflows.Tests.Simulation;

/// <summary>The person who reads sync issues and sets them to Retry, each a few times at most: a conflict stays, and stays visible.</summary>
internal sealed class SimulatedAdministrator(DemoSystems systems)
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

    /// <summary>Gives how many were set to Retry now.</summary>
    public async Task<int> LookAsync()
    {
        var before = Retries;
        foreach (var issue in await systems.Sales.ListAsync($"/api/data/v9.2/b2b_syncissues?$select=b2b_syncissueid&$filter=b2b_status eq {Open}", CancellationToken.None))
        {
            var id = (string)issue["b2b_syncissueid"]!;
            if (Count(id))
            {
                await systems.Sales.PatchAsync($"/api/data/v9.2/b2b_syncissues({id})", new JsonObject { ["b2b_status"] = Retry }, CancellationToken.None);
            }
        }

        return Retries - before;
    }

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
