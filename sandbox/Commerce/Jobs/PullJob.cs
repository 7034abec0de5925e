using B2BConnector.Commerce.Operations;
using B2BConnector.Commerce.Site;

namespace B2BConnector.Commerce.Jobs;

/// <summary>P-0001: pulls new rows of the channel database into headquarters. No prospect yet.</summary>
internal sealed class PullJob : IJob
{
    public IReadOnlyList<string> Names { get; } = ["P-0001"];

    public JobResult Run(CommerceSystem system) => system.Write(headquarters =>
    {
        var store = headquarters.Store;
        var waiting = store.Find(ChannelDatabase.Requests, request => request["pulled"] is null).ToList();
        foreach (var (key, request) in waiting)
        {
            var staged = (Newtonsoft.Json.Linq.JObject)request.DeepClone();
            staged["OnlineOperationCompleted"] = 0;
            staged["pulledAt"] = system.Options.Time.GetUtcNow().ToString("O");
            store.Put(ChannelDatabase.Staging, key, staged);
            request["pulled"] = true;
            store.Put(ChannelDatabase.Requests, key, request);
        }

        return new JobResult(waiting.Count);
    });
}
