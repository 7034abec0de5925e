using System.Globalization;
using System.Text.Json.Nodes;
using B2BConnector.Host.Demo;

namespace B2BConnector.Sandbox.Tests.Simulation;

/// <summary>
/// The list of leads that all sellers of a sandbox have open. Who looks in the same moment looks at the same list, and only what is new is
/// asked for: with hundreds of sellers, each with a question of their own, most of a simulation would be their looking.
/// </summary>
internal sealed class LeadLooks(DemoSystems systems, VirtualTime time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, JsonObject> _known = new(StringComparer.OrdinalIgnoreCase);
    private DateTimeOffset _from = DateTimeOffset.UnixEpoch;
    private DateTimeOffset _at;
    private Task _look = Task.CompletedTask;

    /// <summary>The oldest lead of a prospect with its id; null while there is none.</summary>
    public async Task<JsonObject?> FindAsync(string key, CancellationToken stop)
    {
        Task look;
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (now != _at || _look.IsFaulted || _look.IsCanceled)
            {
                (_at, _look) = (now, LookAsync(now, stop));
            }

            look = _look;
        }

        await look;
        lock (_gate)
        {
            return _known.GetValueOrDefault(key);
        }
    }

    private async Task LookAsync(DateTimeOffset now, CancellationToken stop)
    {
        var filter = Uri.EscapeDataString($"createdon ge {_from.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}");
        var rows = await systems.Sales.ListAsync($"/api/data/v9.2/leads?$select=leadid,b2b_legalentity,b2b_prospectid&$orderby=createdon&$filter={filter}", stop);
        lock (_gate)
        {
            foreach (var row in rows)
            {
                _known.TryAdd($"{(string?)row["b2b_legalentity"]}:{(string?)row["b2b_prospectid"]}", row);
            }

            // Whole seconds: what comes later in the second of this look is seen by the next.
            _from = now.AddSeconds(-1);
        }
    }
}
