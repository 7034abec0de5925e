namespace B2BConnector.Connector.Tests.Support;

/// <summary>Counts what the connector says it is busy with, so that a test can wait until nothing is left to do.</summary>
internal sealed class Work
{
    private readonly Lock _gate = new();
    private readonly List<TaskCompletionSource> _waiters = [];
    private int _count;

    public void Report(int change)
    {
        lock (_gate)
        {
            _count += change;
            if (_count == 0)
            {
                _waiters.ForEach(waiter => waiter.SetResult());
                _waiters.Clear();
            }
        }
    }

    public Task WhenDoneAsync()
    {
        lock (_gate)
        {
            if (_count == 0)
            {
                return Task.CompletedTask;
            }

            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add(done);
            return done.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }
}
