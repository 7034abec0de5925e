namespace B2BConnector.Runtime.Scripts;

/// <summary>
/// Runs code of makers: it may block, loop or throw anything. Its synchronous part gets a thread of its own,
/// so the engine's threads never wait for it. Code that ignores the token cannot be stopped; when the time is
/// up the caller goes on and the thread is left behind.
/// </summary>
internal static class ForeignCode
{
    /// <summary>The platform's limit for scripts.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <exception cref="ScriptTimeoutException">The limit was reached.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> code, TimeSpan limit, TimeProvider time, CancellationToken ct)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = Task.Factory.StartNew(
            () => code(stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        try
        {
            return await running.WaitAsync(limit, time, ct).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!running.IsCompleted)
        {
            throw new ScriptTimeoutException();
        }
        finally
        {
            if (running.IsCompleted)
            {
                stop.Dispose();
            }
            else
            {
                // Not awaited: what the code registered on its token runs inside, and may block as well.
                _ = stop.CancelAsync();
                _ = running.ContinueWith(
                    ended => { _ = ended.Exception; stop.Dispose(); }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }
}
