using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace B2BConnector.Connector.Tests.Instances;

/// <summary>Lets an instance stand still before it sends a command to the database, as a process does that the machine gives no time.</summary>
internal sealed class Standstill : DbCommandInterceptor
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _before;

    /// <summary>Ends when the instance stands.</summary>
    public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>From now on the first command that begins so is waited with.</summary>
    public void Before(string command) => _before = command;

    public void End() => _end.TrySetResult();

    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (_before is { } before && command.CommandText.StartsWith(before, StringComparison.Ordinal) && Interlocked.Exchange(ref _before, null) is not null)
        {
            _reached.TrySetResult();
            await _end.Task;
        }

        return result;
    }
}
