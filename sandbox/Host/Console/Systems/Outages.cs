namespace B2BConnector.Host.ConsolePages.Systems;

/// <summary>Collects the systems that are down while a page is read, so that the rest still shows.</summary>
internal sealed class Outages
{
    private readonly SortedDictionary<string, string> _sentences = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>One sentence for each system that is down.</summary>
    public IReadOnlyList<string> Sentences
    {
        get
        {
            lock (_gate)
            {
                return [.. _sentences.Values];
            }
        }
    }

    public bool Has(string system)
    {
        lock (_gate)
        {
            return _sentences.ContainsKey(system);
        }
    }

    public async Task<T> TryAsync<T>(Func<Task<T>> read, T otherwise)
    {
        try
        {
            return await read();
        }
        catch (SystemDown down)
        {
            lock (_gate)
            {
                _sentences.TryAdd(down.System, down.Message);
            }

            return otherwise;
        }
    }
}
