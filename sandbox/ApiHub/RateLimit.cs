namespace B2BConnector.ApiHub;

/// <summary>So many requests per window, counted from the first one of each window. Inferred: where the real gateway's window begins.</summary>
internal sealed class RateLimit(int most, TimeSpan window, TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _start = DateTimeOffset.MinValue;
    private int _count;

    /// <summary>Null when the request may pass, else how long to wait.</summary>
    public TimeSpan? Count()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now - _start >= window)
            {
                (_start, _count) = (now, 0);
            }

            if (_count >= most)
            {
                return _start + window - now;
            }

            _count++;
            return null;
        }
    }
}
