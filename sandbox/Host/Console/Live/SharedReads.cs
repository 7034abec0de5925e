using System.Collections.Concurrent;

namespace B2BConnector.Host.ConsolePages.Live;

/// <summary>Lets all who watch the same page share one read of the systems per interval.</summary>
internal sealed class SharedReads<T>(Func<string, CancellationToken, Task<T>> read, TimeSpan interval, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (DateTimeOffset At, Task<T> Read)> _last = new(StringComparer.Ordinal);

    /// <summary>The last read if it is young enough, otherwise a new one.</summary>
    public async Task<T> ReadAsync(string page, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        Forget(now);
        if (_last.TryGetValue(page, out var last) && now - last.At < interval && !last.Read.IsFaulted && !last.Read.IsCanceled)
        {
            return await last.Read.WaitAsync(stop);
        }

        // One watcher that leaves must not end the read of the others; every call of a read has its own time limit.
        var reading = read(page, CancellationToken.None);
        _last[page] = (now, reading);
        return await reading.WaitAsync(stop);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (page, last) in _last)
        {
            if (now - last.At > interval * 10)
            {
                _last.TryRemove(page, out _);
            }
        }
    }
}
