using B2BConnector.Commerce.Headquarters;
using B2BConnector.Commerce.Operations;
using B2BConnector.Commerce.Site;
using B2BConnector.Emulation;
using Newtonsoft.Json.Linq;

namespace B2BConnector.Commerce.Jobs;

/// <summary>
/// "Synchronize customers and channel requests", one job under all the names it has had: turns pulled requests into prospects, each in
/// its own transaction, in the order of submission. A row that fails keeps its last error and is tried again by the next execution
/// (inferred), while the others go on.
/// </summary>
internal sealed class SynchronizeJob : IJob
{
    public IReadOnlyList<string> Names { get; } =
    [
        "Synchronize customers and channel requests",
        "Synchronize orders and channel requests",
        "Synchronize customers and business partners from async mode",
        "synchronize",
    ];

    public JobResult Run(CommerceSystem system)
    {
        var open = system.Read(headquarters => headquarters.Store
            .Find(ChannelDatabase.Staging, row => (int?)row["OnlineOperationCompleted"] == 0)
            .OrderBy(row => (long)row.Row["number"]!)
            .Select(row => row.Key)
            .ToList());
        var failed = open.Count(key => !Synchronize(system, key));
        return new JobResult(open.Count - failed, failed);
    }

    private static bool Synchronize(CommerceSystem system, string key)
    {
        try
        {
            system.Write(headquarters =>
            {
                var row = headquarters.Store.Get(ChannelDatabase.Staging, key)!;
                var prospect = ProspectOfRequest.Create(headquarters, row);
                row["OnlineOperationCompleted"] = 1;
                row["synchronizedAt"] = system.Options.Time.GetUtcNow().ToString("O");
                row["legalEntity"] = prospect.Text("dataAreaId");
                row["prospectId"] = prospect.Text("ProspectId");
                row.Remove("error");
                headquarters.Store.Put(ChannelDatabase.Staging, key, row);
                return true;
            });
            return true;
        }
        catch (EmulatorFault fault)
        {
            system.Write(headquarters =>
            {
                var row = headquarters.Store.Get(ChannelDatabase.Staging, key)!;
                row["error"] = fault.Message;
                row["attempts"] = ((int?)row["attempts"] ?? 0) + 1;
                headquarters.Store.Put(ChannelDatabase.Staging, key, row);
                return true;
            });
            return false;
        }
    }
}
