using B2BConnector.Host.ConsolePages.Model;
using B2BConnector.Host.ConsolePages.Systems;

namespace B2BConnector.Host.ConsolePages.Reading;

/// <summary>Asks every system about one prospect and puts the answers into one story.</summary>
internal sealed class StoryReader(ConsoleSystems systems, RunIndex index, RunReader runs)
{
    /// <summary>Null when no system knows the prospect.</summary>
    public async Task<StoryView?> ReadAsync(ProspectKey key, CancellationToken stop)
    {
        var outages = new Outages();
        var nothing = new StoryData(key);
        var reading = (
            Commerce: outages.TryAsync(() => CommerceReader.ReadAsync(systems, key, stop), nothing),
            Sales: outages.TryAsync(() => SalesReader.ReadAsync(systems, key, stop), nothing),
            Runs: outages.TryAsync(() => index.RefreshAsync(stop), false),
            Connector: outages.TryAsync(() => PingAsync(stop), false));
        var (commerce, sales) = (await reading.Commerce, await reading.Sales);
        await Task.WhenAll(reading.Runs, reading.Connector);
        var data = sales with
        {
            Prospect = commerce.Prospect, Request = commerce.Request, Jobs = commerce.Jobs, Channel = commerce.Channel, Mails = commerce.Mails,
            Runs = await outages.TryAsync(() => RunsAsync(key, stop), []),
        };
        var isSure = !outages.Has(systems.Commerce.Name) && !outages.Has(systems.Dataverse.Name);
        if (isSure && data is { Prospect: null, Lead: null, Runs.Count: 0 })
        {
            return null;
        }

        data = await outages.TryAsync(() => CommerceReader.WithCustomersAsync(data, systems, stop), data);
        return StoryWriter.Write(data, outages, systems);
    }

    private async Task<bool> PingAsync(CancellationToken stop)
    {
        await systems.Connector.PingAsync("/health", stop);
        return true;
    }

    private async Task<IReadOnlyList<RunView>> RunsAsync(ProspectKey key, CancellationToken stop)
    {
        var read = new List<RunView>();
        foreach (var row in index.Of(key))
        {
            read.Add(await runs.ReadAsync(row, stop));
        }

        return read;
    }
}
