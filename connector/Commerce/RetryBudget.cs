namespace B2BConnector.Connector.Commerce;

/// <summary>
/// Bounds repetitions over all calls: each call earns a tenth of a repetition, so a Commerce in trouble gets at most a tenth
/// more load from us, not a multiple.
/// </summary>
internal sealed class RetryBudget
{
    private const int Full = 100;
    private const int PerCall = 1;
    private const int PerRetry = 10;
    private readonly Lock _gate = new();
    private int _tokens = Full;

    public void Earn()
    {
        lock (_gate)
        {
            _tokens = Math.Min(Full, _tokens + PerCall);
        }
    }

    public bool TrySpend()
    {
        lock (_gate)
        {
            if (_tokens < PerRetry)
            {
                return false;
            }

            _tokens -= PerRetry;
            return true;
        }
    }
}
