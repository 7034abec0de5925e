using System.Globalization;
using B2BConnector.Host.ConsolePages.Model;

namespace B2BConnector.Host.ConsolePages.Systems;

/// <summary>All runs by prospect. The management API cannot filter by tracking id, so the list is kept here and only what is new or was unfinished is read again.</summary>
internal sealed class RunIndex(SystemReader runtime) : IDisposable
{
    /// <summary>A run may be stored a little after another one that began later.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, RunRow> _runs = [];
    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Reads what changed. What was known stays known when the runtime is down.</summary>
    /// <exception cref="SystemDown">The runtime is down.</exception>
    public async Task<bool> RefreshAsync(CancellationToken stop)
    {
        await _gate.WaitAsync(stop);
        try
        {
            foreach (var workflow in await runtime.ListAsync($"{ConsoleSystems.Management}/workflows?{ConsoleSystems.ApiVersion}", stop))
            {
                await RefreshAsync(workflow.Text("name")!, stop);
            }

            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The runs of a prospect, oldest first.</summary>
    public IReadOnlyList<RunRow> Of(ProspectKey key) => Known(runs => runs
        .Where(run => string.Equals(run.Key, key.ToString(), StringComparison.OrdinalIgnoreCase))
        .OrderBy(run => run.Started).ToList());

    /// <summary>When each prospect last had a run begin or end.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> LastChanges() => Known(runs => runs
        .GroupBy(run => run.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.Max(run => run.Ended ?? run.Started), StringComparer.OrdinalIgnoreCase));

    public void Dispose() => _gate.Dispose();

    private T Known<T>(Func<IEnumerable<RunRow>, T> read)
    {
        lock (_runs)
        {
            return read(_runs.Values);
        }
    }

    private async Task RefreshAsync(string workflow, CancellationToken stop)
    {
        var known = Known(runs => runs.Where(run => run.Workflow == workflow).ToList());
        var path = $"{ConsoleSystems.Management}/workflows/{Uri.EscapeDataString(workflow)}/runs";
        var filter = known.Count == 0 ? "" : "&$filter=" + Uri.EscapeDataString("startTime ge " + (known.Max(run => run.Started) - Margin).UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
        var read = (await runtime.ListAsync($"{path}?{ConsoleSystems.ApiVersion}&$top=250{filter}", stop)).Select(run => RunRow.Of(workflow, run)).ToList();
        var ids = read.Select(run => run.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var unfinished in known.Where(run => !run.IsFinished && !ids.Contains(run.Id)))
        {
            if (await runtime.FindAsync($"{path}/{unfinished.Id}?{ConsoleSystems.ApiVersion}", stop) is { } run)
            {
                read.Add(RunRow.Of(workflow, run));
            }
        }

        lock (_runs)
        {
            read.ForEach(run => _runs[run.Id] = run);
        }
    }
}
