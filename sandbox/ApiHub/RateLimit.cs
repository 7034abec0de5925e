namespace B2BConnector.ApiHub;

/// <summary>So many requests per minute, counted from the first one of each minute. Inferred: the real gateway's window.</summary>
internal sealed class RateLimit(int perMinute, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private DateTimeOffset _start = DateTimeOffset.MinValue;
    private int _count;

    /// <summary>Null when the request may pass, else how long to wait.</summary>
    public TimeSpan? Count()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now - _start >= Window)
            {
                (_start, _count) = (now, 0);
            }

            if (_count >= perMinute)
            {
                return _start + Window - now;
            }

            _count++;
            return null;
        }
    }
}
